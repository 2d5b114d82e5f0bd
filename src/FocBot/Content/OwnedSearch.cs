using FocBot.Core.Answering;

namespace FocBot.Content;

/// <summary>A search, disposed of once it is given up and nobody works on it any more.</summary>
sealed class OwnedSearch(ISearch search) : IDisposable
{
    readonly Lock gate = new();
    readonly CancellationTokenSource end = new();
    int workers;
    bool isGivenUp;

    internal ISearch Search => search;

    /// <summary>Works on the search, unless it is given up or replaced. The work's token says when it is to end.</summary>
    internal void Work(Action<ISearch, CancellationToken> work)
    {
        lock (gate)
        {
            if (end.IsCancellationRequested)
                return;
            workers++;
        }

        try
        {
            work(search, end.Token);
        }
        finally
        {
            lock (gate)
            {
                workers--;
                DisposeUnlessInUse();
            }
        }
    }

    /// <summary>Ends what works on it; it may still be read from.</summary>
    internal void Replace() => end.Cancel();

    public void Dispose()
    {
        lock (gate)
        {
            if (isGivenUp)
                return;
            isGivenUp = true;
            end.Cancel();
            DisposeUnlessInUse();
        }
    }

    void DisposeUnlessInUse()
    {
        if (!isGivenUp || workers > 0)
            return;
        (search as IDisposable)?.Dispose();
        end.Dispose();
    }
}
