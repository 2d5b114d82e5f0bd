using System.Collections.Concurrent;
using System.Net.Http.Json;
using FocBot.Tests.Channels.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FocBot.Tests.Channels;

/// <summary>A word that nobody else says is typed everywhere; afterwards it is in no log line of any level, and in no file that the program wrote.</summary>
public sealed class CanaryTests
{
    const string Word = "zyzzyvacanary";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_person_typed_is_in_no_log_at_any_level_and_in_no_file()
    {
        var lines = new ConcurrentQueue<string>();
        await using var slack = new SlackServer
        {
            More = ["--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace",
                "--Logging:LogLevel:System.Net.Http.HttpClient=Trace", "--Logging:LogLevel:FocBot=Trace"],
            Services = services => services.AddSingleton<ILoggerProvider>(new Lines(lines)),
        };
        await slack.InitializeAsync();
        await slack.Ask(slack.Event($"what about {Word}"));
        await slack.Command(Word);
        foreach (var path in new[] { $"/drafts/{Word}.docx", $"/recommendations?topic={Word}", $"/certificate?name={Word}", $"/{Word}" })
            await slack.Client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        using var turn = new FormUrlEncodedContent([new("question", Word)]);
        await slack.Client.PostAsync(new Uri("/turn", UriKind.Relative), turn, Cancel);
        await slack.Client.PostAsJsonAsync(new Uri("/api/answers", UriKind.Relative), new { question = Word }, Cancel);
        await slack.Client.PostAsJsonAsync(new Uri("/api/verifications", UriKind.Relative), new { quote = Word }, Cancel);
        using var malformed = new StringContent($"{{\"question\": {Word}", System.Text.Encoding.UTF8, "application/json");
        await slack.Client.PostAsync(new Uri("/api/answers", UriKind.Relative), malformed, Cancel);

        Assert.Contains(lines, line => line.Contains("slack: ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(Word, StringComparison.OrdinalIgnoreCase));
        Assert.All(Directory.GetFiles(Path.GetDirectoryName(slack.Storage)!, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Word, System.Text.Encoding.Latin1.GetString(ReadShared(file)), StringComparison.OrdinalIgnoreCase));
    }

    static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // The lines outlive the server.
        }
    }
}
