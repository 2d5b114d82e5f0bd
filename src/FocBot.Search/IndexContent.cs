using FocBot.Core.Answering;
using FocBot.Core.Statements;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace FocBot.Search;

/// <summary>What an index holds: sentences and headings for full-text search, the rows' words, and what the classifier learned.</summary>
static class IndexContent
{
    internal const string Sentences = "sentences", Headings = "headings", Rows = "rows", Classes = "classes";

    const string WordsFile = "words", TraitsFile = "traits", WeightsFile = "weights";

    internal static readonly string[] Parts = [Sentences, Headings, Rows, Classes];

    /// <summary>Writes all parts in memory. <paramref name="progress"/> hears shares in [0,1].</summary>
    internal static Dictionary<string, Directory> Write(Catalogue catalogue, Shelf shelf, Words cutter, IProgress<double>? progress)
    {
        var rows = RowWords.Of(shelf, cutter);
        return new(StringComparer.Ordinal)
        {
            [Sentences] = FullText.Write(Enumerable.Range(0, shelf.Sentences).Select(row => rows.Stems(row).Select(s => rows.Vocabulary[s]))),
            [Headings] = FullText.Write(shelf.Passages.Select(p => cutter.Cut(p.Section ?? "").Select(cutter.Stem))),
            [Rows] = Saved((WordsFile, rows.Write)),
            [Classes] = Learn(shelf, Seen(catalogue, shelf, new Lexicon(catalogue, shelf, rows, cutter).Reader), progress),
        };
    }

    internal static RowWords ReadRows(Directory directory)
    {
        using var words = Opened(directory, WordsFile);
        return RowWords.Read(words);
    }

    internal static (Traits Traits, Classifier Classifier) ReadClasses(Directory directory)
    {
        using var traits = Opened(directory, TraitsFile);
        using var weights = Opened(directory, WeightsFile);
        return (Traits.Read(traits), Classifier.Read(weights));
    }

    /// <summary>Every row as the classifier learns it.</summary>
    internal static List<SeenWords> Seen(Catalogue catalogue, Shelf shelf, QuestionReader reader)
    {
        var interpreter = new Interpreter(catalogue);
        return [.. shelf.Rows.AsParallel().AsOrdered().Select(r => reader.Read(interpreter.Read(r.Line), speller: null))];
    }

    static RAMDirectory Learn(Shelf shelf, IReadOnlyList<SeenWords> seen, IProgress<double>? progress)
    {
        var traits = Traits.Of(seen);
        var classifier = Learning.From(Examples.Of(shelf, seen, traits, without: null), traits.Count, Examples.Classes(shelf), progress);
        return Saved((TraitsFile, traits.Write), (WeightsFile, classifier.Write));
    }

    static RAMDirectory Saved(params ReadOnlySpan<(string File, Action<Stream> Write)> files)
    {
        var directory = new RAMDirectory();
        foreach (var (file, write) in files)
        {
            using var bytes = new MemoryStream();
            write(bytes);
            using var output = directory.CreateOutput(file, IOContext.DEFAULT);
            output.WriteBytes(bytes.GetBuffer(), (int)bytes.Length);
        }

        return directory;
    }

    static MemoryStream Opened(Directory directory, string file)
    {
        using var input = directory.OpenInput(file, IOContext.READ_ONCE);
        var bytes = new byte[input.Length];
        input.ReadBytes(bytes, 0, bytes.Length);
        return new(bytes);
    }
}
