using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FocBot.Channels.Slack;
using FocBot.Evaluation;

namespace FocBot.Benchmarks;

/// <summary>The real program under load, in a process of its own; Slack's or Teams' side is stood in for on the same machine.</summary>
static class Load
{
    const string Secret = "s";
    const int Conversations = 16, Deliveries = 100, Rounds = 10;

    // Counted in turns, not in seconds: compiling while running costs each build the same, however fast it is.
    const int WarmUp = 20_000, Measured = 20_000;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // As they stand in JSON, without the quotation marks.
    static readonly string[] Questions = [.. QuestionSet.Read(Path.Combine(AppContext.BaseDirectory, "development.jsonl"))
        .Where(q => q.Question.Length < 300).Select(q => JsonEncodedText.Encode(q.Question).ToString())];

    /// <summary>16 conversations, every question another: answered turns a second, and what each costs the program.</summary>
    /// <param name="folder">The folder of the program, such as an older build's to compare with.</param>
    internal static async Task Teams(string folder)
    {
        using var standIn = new StandIn();
        await using var program = await ProgramUnderLoad.Start([], folder);
        await Talk(program, standIn, WarmUp, "w");
        standIn.Forget();
        var (watch, before) = (Stopwatch.StartNew(), program.Cpu);
        var sent = await Talk(program, standIn, Measured, "m");
        var (seconds, cpu) = (watch.Elapsed.TotalSeconds, program.Cpu - before);
        Console.WriteLine($"teams: {sent / seconds:F0} turns a second, {cpu.TotalMicroseconds / sent:F0} µs of CPU a turn, {program.Memory} MB resident; "
            + $"{sent} sent, {standIn.Answers.Count} answered, {standIn.Answers.Values.Count(n => n > 1)} doubled, {standIn.Apologies} failed ({folder})");
    }

    /// <summary>100 deliveries at once, ten times: how long until each is acknowledged; none may be lost or doubled.</summary>
    internal static async Task Slack()
    {
        using var standIn = new StandIn();
        await using var program = await ProgramUnderLoad.Start(new()
        {
            ["Channels__Slack__BotToken"] = "xoxb-1",
            ["Channels__Slack__SigningSecret"] = Secret,
            ["Channels__Slack__ApiAddress"] = $"{standIn.Address}/api/",
        });
        var lines = Enumerable.Range(0, Deliveries).Select(_ => new Line(program.Port)).ToArray();
        await Burst(lines, standIn, 0);
        var times = new List<double>();
        for (var round = 1; round <= Rounds; round++)
            times.AddRange(await Burst(lines, standIn, round));
        times.Sort();
        Console.WriteLine($"slack: {times.Count} deliveries, {Deliveries} at once: acknowledged p50 {times[times.Count / 2]:F1} ms, p99 "
            + $"{times[times.Count * 99 / 100]:F1} ms, slowest {times[^1]:F1} ms; {(Rounds + 1) * Deliveries} sent, {standIn.Answers.Count} answered, "
            + $"{standIn.Answers.Values.Count(n => n > 1)} doubled, {standIn.Apologies} failed");
        foreach (var line in lines)
            line.Dispose();
    }

    // Each conversation says the next thing once it has been answered.
    static async Task<int> Talk(ProgramUnderLoad program, StandIn standIn, int turns, string run)
    {
        var sent = 0;
        var lines = Enumerable.Range(0, Conversations).Select(_ => new Line(program.Port)).ToList();
        var over = lines.ConvertAll(_ => new TaskCompletionSource());
        for (var conversation = 0; conversation < lines.Count; conversation++)
            Say(conversation);
        await Task.WhenAll(over.Select(o => o.Task)).WaitAsync(Patience);
        lines.ForEach(line => line.Dispose());
        return sent;

        void Say(int conversation)
        {
            var n = Interlocked.Increment(ref sent);
            standIn.Expect($"{run}{n}", () => Answered(conversation));
            lines[conversation].Say("/api/messages", $$"""
                {"type":"message","id":"{{run}}{{n}}","channelId":"msteams","serviceUrl":"{{standIn.Address}}","from":{"id":"u{{conversation}}"},"recipient":{"id":"b"},
                "conversation":{"id":"c{{conversation}}","conversationType":"personal"},"text":"{{Questions[n % Questions.Length]}} {{n}}"}
                """);
        }

        void Answered(int conversation)
        {
            lines[conversation].Hear();
            if (Volatile.Read(ref sent) < turns)
                Say(conversation);
            else
                over[conversation].SetResult();
        }
    }

    static async Task<double[]> Burst(Line[] lines, StandIn standIn, int round)
    {
        var answered = lines.Select(_ => new TaskCompletionSource()).ToArray();
        for (var i = 0; i < lines.Length; i++)
            standIn.Expect($"D{round}-{i}", answered[i].SetResult);
        using var ready = new Barrier(lines.Length);
        var times = await Task.WhenAll(lines.Select((line, i) => Task.Factory.StartNew(() =>
        {
            var body = $$$"""{"type":"event_callback","team_id":"T","event_id":"E{{{round}}}-{{{i}}}","event":{"type":"message","channel_type":"im","user":"U","channel":"D{{{round}}}-{{{i}}}","ts":"{{{round}}}.{{{i}}}","text":"{{{Questions[((round * lines.Length) + i) % Questions.Length]}}}"}}""";
            var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var signed = $"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: "
                + $"{SlackSignature.Of(Secret, timestamp, Encoding.UTF8.GetBytes(body))}\r\n";
            ready.SignalAndWait();
            var start = Stopwatch.GetTimestamp();
            line.Say("/slack/events", body, signed);
            line.Hear();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        await Task.WhenAll(answered.Select(a => a.Task)).WaitAsync(Patience);
        return times;
    }

    /// <summary>One kept-alive connection, as little work as can be: the machine belongs to the program.</summary>
    sealed class Line : IDisposable
    {
        readonly byte[] buffer = new byte[16 * 1024];
        readonly TcpClient client;

        internal Line(int port) => client = new("127.0.0.1", port) { NoDelay = true };

        internal void Say(string path, string body, string headers = "")
        {
            var length = Encoding.UTF8.GetByteCount(body);
            client.Client.Send(Encoding.UTF8.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{headers}Content-Length: {length}\r\n\r\n{body}"));
        }

        /// <summary>Waits for the acknowledgement.</summary>
        internal void Hear()
        {
            var read = client.Client.Receive(buffer);
            if (!buffer.AsSpan(0, read).StartsWith("HTTP/1.1 20"u8))
                throw new InvalidOperationException(Encoding.UTF8.GetString(buffer, 0, read));
        }

        public void Dispose() => client.Dispose();
    }
}
