using FocBot.Content;
using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Search.Ranking;
using FocBot.Search.Searching;
using FocBot.Tests.Storage;
using Microsoft.Extensions.Logging;

namespace FocBot.Tests.Content;

/// <summary>Encoding what has no vectors yet, while the program stops or the content changes.</summary>
public sealed class VectorBackfillTests : IDisposable
{
    readonly SmallLibrary library = new("harbour-2019-automation");
    readonly TaskCompletionSource begun = new();
    readonly ManualResetEventSlim goOn = new();
    readonly CollectedLogs logs = new();
    readonly LoggerFactory loggers;
    readonly SteppedTime time = new();
    readonly List<LuceneSearch> opened = [];
    readonly Encoder encoder;

    public VectorBackfillTests()
    {
        loggers = new([logs]);
        encoder = new(() =>
        {
            if (begun.TrySetResult())
                goOn.Wait(CancellationToken.None);
        });
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stop_ends_it_at_once_and_the_search_is_there_until_it_has_ended()
    {
        var store = ContentStore.Open(library.Folder, OpenSearch);
        using var backfill = new VectorBackfill(store, time, loggers.CreateLogger<VectorBackfill>());
        await backfill.StartAsync(Cancel);
        await begun.Task.WaitAsync(Cancel);

        await backfill.StopAsync(Cancel);
        store.Dispose();
        Assert.NotEmpty(opened[0].Find(new("a register of automated systems", "a register of automated systems", "en")).Passages);
        var count = encoder.Count;
        goOn.Set();

        await WaitUntilDisposedAsync(opened[0]);
        Assert.Equal(count, encoder.Count);
        Assert.False(backfill.ExecuteTask!.IsFaulted);
        Assert.DoesNotContain(logs.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Changed_content_ends_it_for_the_old_search_and_begins_it_for_the_new_one()
    {
        using var store = ContentStore.Open(library.Folder, OpenSearch);
        using var backfill = new VectorBackfill(store, time, loggers.CreateLogger<VectorBackfill>());
        await backfill.StartAsync(Cancel);
        await begun.Task.WaitAsync(Cancel);

        library.Add("lakes-2024-connectivity");
        Assert.True(store.Reload().IsNew);
        goOn.Set();
        while (!logs.Lines.Any(line => line.Text.Contains("lakes-2024-connectivity", StringComparison.Ordinal)))
        {
            time.Advance(VectorBackfill.Interval);
            await Task.Yield();
        }

        await backfill.StopAsync(Cancel);
        Assert.DoesNotContain(logs.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public void What_is_cancelled_changes_nothing_and_is_done_the_next_time()
    {
        using var cancelled = new CancellationTokenSource();
        var cancelling = new Encoder(cancelled.Cancel);
        using var search = LuceneSearch.Open(library.Catalogue, indexFolder: null, cancelling);
        Assert.ThrowsAny<OperationCanceledException>(() => search.EncodeMissing(null, cancelled.Token));
        Assert.Equal(1, cancelling.Count);

        Assert.NotEmpty(search.Find(new("a register of automated systems", "a register of automated systems", "en")).Passages);
        search.EncodeMissing(null, Cancel);
        var count = cancelling.Count;
        Assert.True(count > 1);
        search.EncodeMissing(null, Cancel);
        Assert.Equal(count, cancelling.Count);
    }

    public void Dispose()
    {
        goOn.Set();
        goOn.Dispose();
        loggers.Dispose();
        logs.Dispose();
        library.Dispose();
    }

    ISearch OpenSearch(Catalogue catalogue)
    {
        var search = LuceneSearch.Open(catalogue, indexFolder: null, encoder);
        opened.Add(search);
        return search;
    }

    static async Task WaitUntilDisposedAsync(LuceneSearch search)
    {
        while (true)
        {
            try
            {
                search.EncodeMissing(null, new(canceled: true));
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (OperationCanceledException)
            {
                // It is still there.
            }

            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    sealed class Encoder(Action encoding) : ITextEncoder
    {
        internal int Count { get; private set; }

        public sbyte[] Encode(string text)
        {
            Count++;
            encoding();
            return new sbyte[384];
        }
    }
}
