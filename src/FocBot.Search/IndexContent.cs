using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace FocBot.Search;

/// <summary>What an index holds: sentences and headings for full-text search, and what the classifier learned.</summary>
static class IndexContent
{
    internal const string Sentences = "sentences", Headings = "headings", Classes = "classes";

    const string TraitsFile = "traits", WeightsFile = "weights";

    internal static readonly string[] Parts = [Sentences, Headings, Classes];

    /// <summary>Writes all parts in memory. <paramref name="progress"/> hears shares in [0,1].</summary>
    internal static Dictionary<string, Directory> Write(Shelf shelf, Words words, QuestionReader reader, IProgress<double>? progress) => new(StringComparer.Ordinal)
    {
        [Sentences] = FullText.Write(shelf.Rows.Where(r => !r.IsLine).Select(r => r.Words.Select(words.Stem))),
        [Headings] = FullText.Write(shelf.Passages.Select(p => words.Cut(p.Section ?? "").Select(words.Stem))),
        [Classes] = Learn(shelf, reader, progress),
    };

    internal static (Traits Traits, Classifier Classifier) ReadClasses(Directory directory)
    {
        using var traits = new MemoryStream(Bytes(directory, TraitsFile));
        using var weights = new MemoryStream(Bytes(directory, WeightsFile));
        return (Traits.Read(traits), Classifier.Read(weights));
    }

    static RAMDirectory Learn(Shelf shelf, QuestionReader reader, IProgress<double>? progress)
    {
        var seen = shelf.Rows.Select(r => reader.Read(r.Asked, speller: null)).ToList();
        var traits = Traits.Of(seen);
        var directory = new RAMDirectory();
        Save(directory, TraitsFile, traits.Write);
        Save(directory, WeightsFile, Classifier.Learn(Examples(shelf, seen, traits, _ => true), traits.Count, shelf.Passages.Count + 1, progress).Write);
        return directory;
    }

    /// <summary>The rows as examples; all silent subjects are one class, the last.</summary>
    internal static List<Example> Examples(Shelf shelf, IReadOnlyList<SeenWords> seen, Traits traits, Func<int, bool> counts) =>
        [.. shelf.Rows.Index().Where(r => counts(r.Index)).Select(r => new Example(traits.Of(seen[r.Index]), shelf.IsSilent(r.Item) ? [shelf.Passages.Count] : r.Item.Owners))];

    static void Save(RAMDirectory directory, string file, Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        using var output = directory.CreateOutput(file, IOContext.DEFAULT);
        output.WriteBytes(bytes.GetBuffer(), (int)bytes.Length);
    }

    static byte[] Bytes(Directory directory, string file)
    {
        using var input = directory.OpenInput(file, IOContext.READ_ONCE);
        var bytes = new byte[input.Length];
        input.ReadBytes(bytes, 0, bytes.Length);
        return bytes;
    }
}
