using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FocBot.Channels.Slack;
using FocBot.Measuring;

namespace FocBot.Benchmarks;

/// <summary>The real program under load, in a process of its own; Slack's or Teams' side is stood in for on the same machine.</summary>
static class Load
{
    const string Secret = "s";
    const int Conversations = 16, Deliveries = 100, Rounds = 10;

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10), Measured = TimeSpan.FromSeconds(15);

    // As they stand in JSON, without the quotation marks.
    static readonly string[] Questions = [.. QuestionSet.Read(Path.Combine(AppContext.BaseDirectory, "development.jsonl")).Where(q => q.Question.Length < 300).Select(q => JsonEncodedText.Encode(q.Question).ToString())];

    /// <summary>16 conversations for 15 s, every question another: answered turns a second, and what each costs the program.</summary>
    internal static async Task Teams()
    {
        using var standIn = new StandIn();
        await using var program = await ProgramUnderLoad.Start([]);
        await Talk(program, standIn, WarmUp, "w");
        standIn.Forget();
        var (watch, before) = (Stopwatch.StartNew(), program.Cpu);
        var sent = await Talk(program, standIn, Measured, "m");
        var (seconds, cpu) = (watch.Elapsed.TotalSeconds, program.Cpu - before);
        Console.WriteLine($"teams: {sent / seconds:F0} turns a second, {cpu.TotalMicroseconds / sent:F0} µs of CPU a turn, {program.Memory} MB resident; {sent} sent, {standIn.Answers.Count} answered, {standIn.Answers.Values.Count(n => n > 1)} doubled, {standIn.Apologies} failed");
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
        var lines = await Task.WhenAll(Enumerable.Range(0, Deliveries).Select(_ => Line.Open(program.Port)));
        await Burst(lines, standIn, 0);
        var times = new List<double>();
        for (var round = 1; round <= Rounds; round++)
            times.AddRange(await Burst(lines, standIn, round));
        times.Sort();
        Console.WriteLine($"slack: {times.Count} deliveries, {Deliveries} at once: acknowledged p50 {times[times.Count / 2]:F1} ms, p99 {times[times.Count * 99 / 100]:F1} ms, slowest {times[^1]:F1} ms; {(Rounds + 1) * Deliveries} sent, {standIn.Answers.Count} answered, {standIn.Answers.Values.Count(n => n > 1)} doubled, {standIn.Apologies} failed");
        foreach (var line in lines)
            line.Dispose();
    }

    // Each conversation says the next thing once it has been answered.
    static async Task<int> Talk(ProgramUnderLoad program, StandIn standIn, TimeSpan time, string run)
    {
        var (sent, watch) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Conversations).Select(conversation => Task.Run(async () =>
        {
            using var line = await Line.Open(program.Port);
            while (watch.Elapsed < time)
            {
                var n = Interlocked.Increment(ref sent);
                var answered = standIn.Expect($"{run}{n}");
                await line.Post("/api/messages", $$"""{"type":"message","id":"{{run}}{{n}}","channelId":"msteams","serviceUrl":"{{standIn.Address}}","from":{"id":"u{{conversation}}"},"recipient":{"id":"b"},"conversation":{"id":"c{{conversation}}","conversationType":"personal"},"text":"{{Questions[n % Questions.Length]}} {{n}}"}""");
                await answered;
            }
        })));
        return sent;
    }

    static async Task<double[]> Burst(Line[] lines, StandIn standIn, int round)
    {
        var answered = Enumerable.Range(0, lines.Length).Select(i => standIn.Expect($"D{round}-{i}")).ToList();
        var times = await Task.WhenAll(lines.Select((line, i) => Task.Run(async () =>
        {
            var body = $$$"""{"type":"event_callback","team_id":"T","event_id":"E{{{round}}}-{{{i}}}","event":{"type":"message","channel_type":"im","user":"U","channel":"D{{{round}}}-{{{i}}}","ts":"{{{round}}}.{{{i}}}","text":"{{{Questions[((round * lines.Length) + i) % Questions.Length]}}}"}}""";
            var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var signed = $"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: {SlackSignature.Of(Secret, timestamp, Encoding.UTF8.GetBytes(body))}\r\n";
            var start = Stopwatch.GetTimestamp();
            await line.Post("/slack/events", body, signed);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        })));
        await Task.WhenAll(answered);
        return times;
    }

    /// <summary>One kept-alive connection, as little work as can be: the machine belongs to the program.</summary>
    sealed class Line(TcpClient client) : IDisposable
    {
        readonly byte[] buffer = new byte[16 * 1024];

        internal static async Task<Line> Open(int port)
        {
            var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync("127.0.0.1", port);
            return new(client);
        }

        internal async Task Post(string path, string body, string headers = "")
        {
            var length = Encoding.UTF8.GetByteCount(body);
            await client.Client.SendAsync(Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{headers}Content-Length: {length}\r\n\r\n{body}"));
            var read = await client.Client.ReceiveAsync(buffer);
            if (!buffer.AsSpan(0, read).StartsWith("HTTP/1.1 20"u8))
                throw new InvalidOperationException(Encoding.UTF8.GetString(buffer, 0, read));
        }

        public void Dispose() => client.Dispose();
    }
}
