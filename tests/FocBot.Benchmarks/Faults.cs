using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using FocBot.Channels.Slack;
using Npgsql;

namespace FocBot.Benchmarks;

/// <summary>The built program while its channels fail, while it is stopped and while it is killed: what was sent, answered, doubled, lost.</summary>
static class Faults
{
    internal const string Sqlite = "sqlite", PostgreSql = "postgresql";

    const string Secret = "s", ServerVariable = "FOCBOT_TEST_POSTGRESQL";
    const int MessagesPerChannel = 20, MessagesWhileStopped = 100;

    static readonly TimeSpan FaultTime = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromMinutes(4),
        KillInterval = TimeSpan.FromSeconds(5), KillTime = TimeSpan.FromMinutes(1);

    static readonly HttpClient Http = new();

    internal static async Task Run(string[] products)
    {
        Console.WriteLine($"{"database",-12}{"fault",-44}{"sent",6}{"answered",10}{"doubled",9}{"lost",6}{"apologies",11}{"seconds",9}");
        foreach (var product in products)
        {
            foreach (var fault in Enum.GetValues<ChannelFault>())
                await Report(product, $"channel: {fault}", run => ChannelFails(run, fault));
            await Report(product, "SIGTERM under load, then a new process", Stopped);
            await Report(product, "two processes, one killed once", run => Killed(run, KillInterval));
            if (product == PostgreSql)
                await Report(product, "two replicas, one killed every 5 s for 60 s", run => Killed(run, KillTime));
        }
    }

    /// <summary>Two processes on one database, one killed while two hundred messages come, another started in its place.</summary>
    internal static async Task<(int Sent, int Answered)> KilledOnceAsync(string product)
    {
        await using var channel = await FaultyChannel.Start();
        await using var run = new Scenario(channel, await SettingsOf(product, channel));
        await run.StartProgram();
        await run.StartProgram();
        var saying = run.SayMany(MessagesWhileStopped, () => 0);
        while (channel.Taken.Count < MessagesWhileStopped / 4)
            await Task.Delay(10);
        await run.Programs[1].DisposeAsync();
        run.Programs[1] = await ProgramUnderLoad.Start(new(run.Settings));
        await saying;
        for (var watch = Stopwatch.StartNew(); channel.Taken.Count < run.Sent && watch.Elapsed < Patience;)
            await Task.Delay(100);
        return (run.Sent, channel.Taken.Count);
    }

    /// <summary>The program is told to end while a channel keeps it waiting. Returns its exit code.</summary>
    internal static async Task<int> ToldToEndAsync()
    {
        await using var channel = await FaultyChannel.Start();
        await using var run = new Scenario(channel, await SettingsOf(Sqlite, channel));
        await run.StartProgram();
        await channel.Set(ChannelFault.Hangs);
        await run.Say(0);
        while (channel.Hanging == 0)
            await Task.Yield();
        await run.Programs[0].Terminate();
        return run.Programs[0].ExitCode;
    }

    static async Task Report(string product, string name, Func<Scenario, Task> play)
    {
        await using var channel = await FaultyChannel.Start();
        await using var run = new Scenario(channel, await SettingsOf(product, channel));
        var watch = Stopwatch.StartNew();
        await play(run);
        while (channel.Taken.Count < run.Sent && watch.Elapsed < Patience)
            await Task.Delay(100);
        // What is doubled may come late.
        await Task.Delay(2_000);
        Console.WriteLine($"{product,-12}{name,-44}{run.Sent,6}{channel.Taken.Count,10}{channel.Taken.Values.Count(n => n > 1),9}"
            + $"{run.Sent - channel.Taken.Count,6}{channel.Apologies,11}{watch.Elapsed.TotalSeconds,9:F0}");
    }

    static async Task ChannelFails(Scenario run, ChannelFault fault)
    {
        await run.StartProgram();
        await run.Channel.Set(fault);
        for (var i = 0; i < MessagesPerChannel; i++)
            await run.Say(0);
        if (fault is not (ChannelFault.None or ChannelFault.CourtesiesFail))
            await Task.Delay(FaultTime);
        await run.Channel.Set(fault == ChannelFault.CourtesiesFail ? fault : ChannelFault.None);
    }

    static async Task Stopped(Scenario run)
    {
        await run.StartProgram();
        var saying = run.SayMany(MessagesWhileStopped, () => 0);
        await Task.Delay(500);
        await run.Programs[0].Terminate();
        run.Programs[0] = await ProgramUnderLoad.Start(new(run.Settings));
        await saying;
    }

    static async Task Killed(Scenario run, TimeSpan time)
    {
        await run.StartProgram();
        await run.StartProgram();
        var (watch, isOver) = (Stopwatch.StartNew(), false);
        var saying = Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver))
                await run.SayMany(4, () => 0);
        });
        do
        {
            await Task.Delay(KillInterval);
            await run.Programs[1].DisposeAsync();
            run.Programs[1] = await ProgramUnderLoad.Start(new(run.Settings));
        }
        while (watch.Elapsed < time);
        Volatile.Write(ref isOver, true);
        await saying;
    }

    static async Task<Dictionary<string, string>> SettingsOf(string product, FaultyChannel channel)
    {
        var settings = new Dictionary<string, string>
        {
            ["Channels__Slack__BotToken"] = "xoxb-1",
            ["Channels__Slack__SigningSecret"] = Secret,
            ["Channels__Slack__ApiAddress"] = $"{channel.Address}/api/",
            ["Storage__File"] = Path.Combine(Directory.CreateTempSubdirectory("focbot").FullName, "focbot.db"),
        };
        if (product == Sqlite)
            return settings;
        var server = Environment.GetEnvironmentVariable(ServerVariable)
            ?? throw new InvalidOperationException($"Set {ServerVariable} to the connection string of a PostgreSQL server.");
        var name = $"focbot_faults_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(server);
#pragma warning disable CA2100 // The name is this program's own.
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
#pragma warning restore CA2100
        await create.ExecuteNonQueryAsync();
        settings["Storage__ConnectionString"] = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
        return settings;
    }

    /// <summary>One run: the channel, the programs that share a database, and what was accepted by them.</summary>
    sealed class Scenario(FaultyChannel channel, Dictionary<string, string> settings) : IAsyncDisposable
    {
        int count;

        internal FaultyChannel Channel => channel;

        internal Dictionary<string, string> Settings => settings;

        internal List<ProgramUnderLoad> Programs { get; } = [];

        /// <summary>How many messages were acknowledged.</summary>
        internal int Sent { get; private set; }

        internal async Task StartProgram() => Programs.Add(await ProgramUnderLoad.Start(new(settings)));

        /// <summary>One message in Teams and one in Slack; what is not acknowledged is delivered again, as both do.</summary>
        internal async Task Say(int program)
        {
            var n = Interlocked.Increment(ref count);
            await Deliver(program, "/api/messages", $$"""
                {"type":"message","id":"t{{n}}","channelId":"msteams","serviceUrl":"{{channel.Address}}","from":{"id":"u{{n}}"},"recipient":{"id":"b"},
                "conversation":{"id":"c{{n}}","conversationType":"personal"},"text":"Can governments spy on people?"}
                """);
            await Deliver(program, "/slack/events", $$"""
                {"type":"event_callback","team_id":"T1","event_id":"Ev{{n}}","event":{"type":"message","channel_type":"im","user":"U{{n}}","channel":"D{{n}}","ts":"1700000000.{{n:D6}}","thread_ts":"1700000000.{{n:D6}}","text":"Can governments spy on people?"} }
                """);
        }

        internal async Task SayMany(int messages, Func<int> program)
        {
            for (var i = 0; i < messages; i++)
                await Say(program());
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var program in Programs)
                await program.DisposeAsync();
        }

        async Task Deliver(int program, string path, string body)
        {
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience;)
            {
                try
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{Programs[program].Port}{path}")
                    {
                        Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
                    };
                    var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                    request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
                    request.Headers.Add("X-Slack-Signature", SlackSignature.Of(Secret, timestamp, Encoding.UTF8.GetBytes(body)));
                    using var response = await Http.SendAsync(request);
                    if (response.IsSuccessStatusCode)
                    {
                        Sent++;
                        return;
                    }
                }
                catch (HttpRequestException)
                {
                    // The process is gone; another will take its place.
                }

                await Task.Delay(200);
            }
        }
    }
}
