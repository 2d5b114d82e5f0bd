using System.Collections.Concurrent;
using System.Text;
using FocBot.Core;
using FocBot.Core.Answering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;

namespace FocBot.Tests.Channels;

/// <summary>A word that nobody else says, and all that a server wrote while it was typed: log lines of every level with their scopes, and files.</summary>
sealed class Canary
{
    internal const string Word = "zyzzyvacanary";

    readonly ConcurrentQueue<string> lines = [];

    /// <summary>Turns every level of every category on.</summary>
    internal static string[] Settings =>
    [
        "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:FocBot=Trace", "--Logging:LogLevel:Microsoft=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:System.Net.Http.HttpClient=Trace", "--Logging:LogLevel:ModelContextProtocol=Trace",
    ];

    /// <summary>Whether the search throws what was asked in an exception's message.</summary>
    internal bool Fails { get; init; }

    internal void Listen(IServiceCollection services)
    {
        services.AddSingleton<ILoggerProvider>(new Listener(lines));
        if (!Fails)
            return;
        var search = new Mock<ISearch>();
        search.Setup(its => its.Find(It.IsAny<InterpretedQuestion>())).Returns((InterpretedQuestion asked) => throw new InvalidOperationException(asked.Text));
        services.AddSingleton(new Bot(ShippedContent.Catalogue, search.Object));
    }

    /// <param name="expected">A line that is written when the word was taken in: without it nothing is proved.</param>
    /// <param name="storage">The server's database; all beside it counts too, and the index.</param>
    internal void AssertUnheard(string expected, string storage)
    {
        Assert.Contains(lines, line => line.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(Word, StringComparison.OrdinalIgnoreCase));
        var written = new[] { Path.GetDirectoryName(storage)!, TestIndex.Folder }
            .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            // Empty, and held by one process alone while it is there.
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).ToList();
        Assert.Contains(storage, written);
        Assert.All(written, file => Assert.DoesNotContain(Word, Encoding.Latin1.GetString(ReadShared(file)), StringComparison.OrdinalIgnoreCase));
    }

    static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    sealed class Listener(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
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
