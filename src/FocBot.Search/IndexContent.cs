using FocBot.Core.Answering;
using FocBot.Core.Statements;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace FocBot.Search;

/// <summary>What an index holds: sentences and headings for full-text search, the rows' words, and what the classifier learned.</summary>
static class IndexContent
{
    internal const string Sentences = "sentences", Headings = "headings", Rows = "rows", Classes = "classes";

    const string File = "all";

    internal static readonly string[] Parts = [Sentences, Headings, Rows, Classes];

    /// <summary>Writes all parts in memory. <paramref name="progress"/> hears shares in [0,1].</summary>
    internal static Dictionary<string, Directory> Write(Catalogue catalogue, Shelf shelf, Words cutter, IProgress<double>? progress)
    {
        var rows = RowWords.Of(shelf, cutter);
        var lexicon = new Lexicon(catalogue, shelf, rows, cutter);
        return new(StringComparer.Ordinal)
        {
            [Sentences] = FullText.Write(Enumerable.Range(0, shelf.Sentences).Select(row => rows.Stems(row).Select(s => rows.Vocabulary[s]))),
            [Headings] = FullText.Write(shelf.Passages.Select(p => cutter.Cut(p.Section ?? "").Select(cutter.Stem))),
            [Rows] = Saved(rows.Write),
            [Classes] = Saved(Learn(new(shelf, lexicon), Seen(catalogue, shelf, lexicon.Reader), null, progress).Write),
        };
    }

    internal static RowWords ReadRows(Directory directory)
    {
        using var words = Opened(directory);
        return RowWords.Read(words);
    }

    internal static Classifier ReadClasses(Directory directory, int shelfWords)
    {
        using var classes = Opened(directory);
        return Classifier.Read(classes, shelfWords);
    }

    /// <summary>Every row as the classifier learns it.</summary>
    internal static List<SeenWords> Seen(Catalogue catalogue, Shelf shelf, QuestionReader reader)
    {
        var interpreter = new Interpreter(catalogue);
        return [.. shelf.Rows.AsParallel().AsOrdered().Select(r => reader.Read(interpreter.Read(r.Line), speller: null))];
    }

    /// <summary>Learns from every row, but for the lines of a fold.</summary>
    internal static Classifier Learn(Examples examples, IReadOnlyList<SeenWords> seen, int? without, IProgress<double>? progress)
    {
        var traits = Traits.Of(seen);
        return new(traits, examples.Classes, Learning.From(examples.Of(seen, traits, without), traits.Count, examples.Classes, progress), seen.Max(s => s.Native.Max(w => (int?)w.Id) ?? 0) + 1);
    }

    static RAMDirectory Saved(Action<Stream> write)
    {
        var directory = new RAMDirectory();
        using var bytes = new MemoryStream();
        write(bytes);
        using var output = directory.CreateOutput(File, IOContext.DEFAULT);
        output.WriteBytes(bytes.GetBuffer(), (int)bytes.Length);
        return directory;
    }

    static MemoryStream Opened(Directory directory)
    {
        using var input = directory.OpenInput(File, IOContext.READ_ONCE);
        var bytes = new byte[input.Length];
        input.ReadBytes(bytes, 0, bytes.Length);
        return new(bytes);
    }
}
