using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Content;
using FocBot.Core.Statements;

namespace FocBot.Content;

/// <summary>The content folder, the bot that answers from it, and the change from one content to the next.</summary>
/// <remarks>
/// Replaced search objects are not disposed of: turns in progress may still read from them, and they hold nothing that the garbage collector does not release.
/// </remarks>
sealed class ContentStore : IDisposable
{
    readonly Lock reloading = new();
    readonly Func<Catalogue, ISearch> open;
    ISearch search;

    ContentStore(string folder, Func<Catalogue, ISearch> open)
    {
        (Folder, this.open) = (folder, open);
        var catalogue = ContentFolder.Read(folder);
        search = open(catalogue);
        Bot = new(catalogue, search);
    }

    /// <summary>Where the content is read from.</summary>
    internal string Folder { get; }

    internal Bot Bot { get; }

    /// <summary>The search that answers now.</summary>
    internal ISearch Search => search;

    /// <summary>Reads the content and opens its index.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="open">Opens the index of a catalogue, building it where it is missing.</param>
    /// <exception cref="ContentException">The content has faults; all are listed.</exception>
    internal static ContentStore Open(string folder, Func<Catalogue, ISearch> open) => new(folder, open);

    public void Dispose() => (search as IDisposable)?.Dispose();

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
                search = open(catalogue);
                Bot.Use(catalogue, search);
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
