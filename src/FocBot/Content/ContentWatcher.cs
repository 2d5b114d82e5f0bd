using System.IO.Hashing;
using System.Text;
using FocBot.Core.Content;
using Microsoft.Extensions.Options;

namespace FocBot.Content;

/// <summary>Reads the content again when its files have changed and two looks in a row see the same files: then nobody is still copying.</summary>
/// <remarks>Files are looked at in intervals, because mounted folders do not always report their changes.</remarks>
sealed partial class ContentWatcher(ContentStore content, IOptions<ContentOptions> options, TimeProvider time, ILogger<ContentWatcher> log) : BackgroundService
{
    string read = "", seen = "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.WatchSeconds == 0)
            return;
        read = seen = Stamp();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.WatchSeconds), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Look();
    }

    /// <summary>One look at the files.</summary>
    internal void Look()
    {
        var stamp = Stamp();
        var isQuiet = stamp == seen;
        seen = stamp;
        if (!isQuiet || stamp == read)
            return;
        read = stamp;
        var change = content.Reload();
        if (change.IsNew)
            Reloaded(content.Bot.Catalogue.Statements.Count);
        else if (change.Faults.Count > 0)
            Refused(new ContentException(change.Faults).Message);
    }

    // Names, lengths and times of all files.
    string Stamp()
    {
        try
        {
            var files = new DirectoryInfo(content.Folder).EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(f => $"{f.FullName}\0{f.Length}\0{f.LastWriteTimeUtc.Ticks}\n").Order(StringComparer.Ordinal);
            return Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(string.Concat(files))));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return seen;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The content has changed: {Statements} statements answer now.")]
    partial void Reloaded(int statements);

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed content is refused, the old one stays. {Faults}")]
    partial void Refused(string faults);
}
