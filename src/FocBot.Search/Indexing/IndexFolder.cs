using FocBot.Search.Analysis;
using FocBot.Search.Searching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace FocBot.Search.Indexing;

/// <summary>The Lucene index in its folder: one writer at a time, one searcher that follows the last commit.</summary>
public sealed class IndexFolder : IDisposable
{
    /// <summary>Raise it whenever documents or analyzers change: the index is then built in a new folder, and the old one goes.</summary>
    const string Generation = "lucene-3";

    // Another process may be building the same index: then this one waits and finds nothing left to do.
    const long LockTimeout = 300_000;

    readonly Lucene.Net.Store.Directory directory;
    readonly SearcherManager manager;

    IndexFolder(string? path, Lucene.Net.Store.Directory directory, SearcherFactory factory)
    {
        (Path, this.directory) = (path, directory);
        // Another process may be creating it too: only a damaged index is replaced.
        if (!DirectoryReader.IndexExists(directory))
            Commit(directory, OpenMode.CREATE_OR_APPEND);
        else if (!IsReadable(directory))
            Commit(directory, OpenMode.CREATE);
        manager = new(directory, factory);
    }

    /// <summary>Where the index is; null when it is in memory.</summary>
    public string? Path { get; }

    /// <summary>Opens the index, creating an empty one where it is missing or damaged, and one in memory where the folder can't be written.</summary>
    /// <param name="folder">Where indexes are kept; null keeps this one in memory.</param>
    /// <param name="factory">Prepares a searcher before it is used.</param>
    internal static IndexFolder Open(string? folder, SearcherFactory factory)
    {
        if (folder is null)
            return new(null, new RAMDirectory(), factory);
        try
        {
            var path = Directory.CreateDirectory(System.IO.Path.Combine(folder, Generation)).FullName;
            var opened = new IndexFolder(path, FSDirectory.Open(path), factory);
            DeleteOldGenerations(folder, path);
            return opened;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(null, new RAMDirectory(), factory);
        }
    }

    /// <summary>A searcher over the last commit, until the lease is disposed.</summary>
    internal SearcherLease Acquire() => new(manager);

    /// <summary>Changes the index: the change sees the last commit, and is seen by all searches after it; one that fails changes nothing.</summary>
    internal void Write(Action<IndexWriter, StatementSearcher> change)
    {
        using (var writer = new IndexWriter(directory, Configuration(OpenMode.APPEND)))
        {
            manager.MaybeRefreshBlocking();
            using var lease = Acquire();
            try
            {
                change(writer, lease.Searcher);
            }
            catch
            {
                // Closing it would commit half of the change.
                writer.Rollback();
                throw;
            }

            // What is deleted would still count in BM25's idf.
            writer.ForceMergeDeletes();
            writer.Commit();
        }

        manager.MaybeRefreshBlocking();
    }

    public void Dispose()
    {
        manager.Dispose();
        directory.Dispose();
    }

    static IndexWriterConfig Configuration(OpenMode mode) => new(LuceneVersion.LUCENE_48, FieldAnalyzers.All)
    {
        OpenMode = mode,
        Similarity = new FieldBM25Similarity(),
        WriteLockTimeout = LockTimeout,
        MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 },
    };

    static bool IsReadable(Lucene.Net.Store.Directory directory)
    {
        try
        {
            using var reader = DirectoryReader.Open(directory);
            return true;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or IndexOutOfRangeException)
        {
            return false;
        }
    }

    static void Commit(Lucene.Net.Store.Directory directory, OpenMode mode)
    {
        using var writer = new IndexWriter(directory, Configuration(mode));
        writer.Commit();
    }

    static void DeleteOldGenerations(string folder, string keep)
    {
        foreach (var old in Directory.GetDirectories(folder, "lucene-*").Where(d => d != keep))
        {
            try
            {
                Directory.Delete(old, recursive: true);
            }
            catch (IOException)
            {
                // Another process still reads it.
            }
        }
    }
}
