using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Content;
using FocBot.Core.Statements;

namespace FocBot.Content;

/// <summary>The content folder, the bot that answers from it, and the change from one content to the next.</summary>
sealed class ContentStore : IDisposable
{
    readonly Lock reloading = new();
    readonly Func<Catalogue, ISearch> open;
    volatile OwnedSearch search;

    ContentStore(string folder, Func<Catalogue, ISearch> open)
    {
        (Folder, this.open) = (folder, open);
        var catalogue = ContentFolder.Read(folder);
        search = new(open(catalogue));
        Bot = new(catalogue, search.Search);
    }

    /// <summary>Where the content is read from.</summary>
    internal string Folder { get; }

    internal Bot Bot { get; }

    /// <summary>The search that answers now.</summary>
    internal ISearch Search => search.Search;

    /// <summary>Reads the content and opens its index.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="open">Opens the index of a catalogue, building it where it is missing.</param>
    /// <exception cref="ContentException">The content has faults; all are listed.</exception>
    internal static ContentStore Open(string folder, Func<Catalogue, ISearch> open) => new(folder, open);

    /// <summary>Works on the search that answers now, and keeps it until the work ends. The work is to end once its token says so: another search
    /// answers, or the program ends.</summary>
    internal void Work(Action<ISearch, CancellationToken> work) => search.Work(work);

    public void Dispose() => search.Dispose();

    static async Task DisposeAsync(OwnedSearch replaced, Task isUnused)
    {
        await isUnused;
        replaced.Dispose();
    }

    OwnedSearch Open(Catalogue catalogue)
    {
        try
        {
            return new(open(catalogue));
        }
        catch
        {
            // The search before answers on, and may be worked on again.
            search = new(search.Search);
            throw;
        }
    }

    /// <summary>Reads the folder again. Sound content answers from now on; faulty content is refused, and the old one stays.</summary>
    internal ContentChange Reload()
    {
        lock (reloading)
        {
            try
            {
                var catalogue = ContentFolder.Read(Folder);
                if (catalogue.Hash == Bot.Catalogue.Hash)
                    return ContentChange.None;
                // Both would write to one index.
                var replaced = search;
                replaced.Replace();
                search = Open(catalogue);
                _ = DisposeAsync(replaced, Bot.Use(catalogue, search.Search));
                return new(true, []);
            }
            catch (ContentException fault)
            {
                return new(false, fault.Faults);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return new(false, [new(Folder, 0, fault.Message, "Let the program read the folder, and save the file again.")]);
            }
        }
    }
}

/// <summary>What came of reading the content folder again.</summary>
/// <param name="IsNew">Whether other content answers now.</param>
/// <param name="Faults">Why it was refused; none where it was not.</param>
sealed record ContentChange(bool IsNew, IReadOnlyList<ContentFault> Faults)
{
    internal static ContentChange None { get; } = new(false, []);
}
