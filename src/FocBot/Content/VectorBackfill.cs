using FocBot.Search.Searching;

namespace FocBot.Content;

/// <summary>Encodes statements that have no sentence vectors yet while the server runs; they are found by words meanwhile.</summary>
sealed partial class VectorBackfill(ContentStore store, TimeProvider time, ILogger<VectorBackfill> logger) : BackgroundService
{
    // Content changes rarely; looking whether something is missing takes microseconds.
    static readonly TimeSpan interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var progress = new Log(logger);
        using var timer = new PeriodicTimer(interval, time);
        do
        {
            await Task.Run(() => (store.Search as LuceneSearch)?.EncodeMissing(progress, stoppingToken), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    sealed class Log(ILogger logger) : IProgress<string>
    {
        public void Report(string value) => Encoded(logger, value);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Encoding the sentences of {Statement}.")]
    static partial void Encoded(ILogger logger, string statement);
}
