using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FocBot.Tests;

/// <summary>What a server logs, at every level that is on.</summary>
sealed class CollectedLogs : ILoggerProvider
{
    readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = [];

    internal IReadOnlyList<(LogLevel Level, string Text)> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Collecting(lines);

    public void Dispose()
    {
    }

    /// <summary>The first line that holds a text; waits for it.</summary>
    internal async Task<(LogLevel Level, string Text)> FirstAsync(string text)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (Lines.FirstOrDefault(line => line.Text.Contains(text, StringComparison.Ordinal)) is { Text: not null } found)
                return found;
            late.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    sealed class Collecting(ConcurrentQueue<(LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
