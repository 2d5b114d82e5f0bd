using Lucene.Net.Search;

namespace FocBot.Search.Searching;

/// <summary>A searcher in use: disposing it gives it back to the <see cref="SearcherManager"/>.</summary>
readonly struct SearcherLease : IDisposable
{
    readonly SearcherManager manager;

    internal SearcherLease(SearcherManager manager)
    {
        this.manager = manager;
        Searcher = (StatementSearcher)manager.Acquire();
    }

    internal StatementSearcher Searcher { get; }

    public void Dispose() => manager.Release(Searcher);
}
