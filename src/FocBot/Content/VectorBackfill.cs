using FocBot.Core.Answering;
using FocBot.Search.Searching;

namespace FocBot.Content;

/// <summary>Encodes statements that have no sentence vectors yet while the server runs; they are found by words meanwhile.</summary>
sealed partial class VectorBackfill(ContentStore store, TimeProvider time, ILogger<VectorBackfill> logger) : BackgroundService
{
    // Content changes rarely; looking whether something is missing takes microseconds.
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var progress = new Log(logger);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            // A stop does not wait for the other process that may hold the index.
            await Task.Run(() => store.Work((search, end) => Encode(search, progress, end)), stoppingToken).WaitAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    void Encode(ISearch search, Log progress, CancellationToken cancel)
    {
        try
        {
            (search as LuceneSearch)?.EncodeMissing(progress, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Another search answers now, or the program ends.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Failed(fault.Message);
        }
    }

    sealed class Log(ILogger logger) : IProgress<string>
    {
        public void Report(string value) => Encoded(logger, value);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Encoding the sentences of {Statement}.")]
    static partial void Encoded(ILogger logger, string statement);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sentence vectors can't be added to the index, words alone decide until then: {Reason}")]
    partial void Failed(string reason);
}
