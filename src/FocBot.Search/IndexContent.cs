using FocBot.Core.Answering;
using FocBot.Core.Statements;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace FocBot.Search;

/// <summary>What an index holds: sentences and headings for full-text search, the silent subjects, the words, and what the classifier learned.</summary>
static class IndexContent
{
    internal const string Sentences = "sentences", Headings = "headings", Silences = "silences", Words = "words", Classes = "classes";

    const string File = "all";

    internal static readonly string[] Parts = [Sentences, Headings, Silences, Words, Classes];

    /// <summary>Writes all parts in memory. <paramref name="progress"/> hears shares in [0,1].</summary>
    internal static Dictionary<string, Directory> Write(Catalogue catalogue, Words cutter, IProgress<double>? progress)
    {
        var shelf = Shelf.Of(catalogue);
        var vocabulary = Vocabulary.Of(shelf, cutter);
        var lexicon = new Lexicon(catalogue, vocabulary, cutter);
        return new(StringComparer.Ordinal)
        {
            [Sentences] = FullText.Write(shelf.Sentences.Texts.Select(text => cutter.Cut(text).Select(cutter.Stem))),
            [Headings] = FullText.Write(shelf.Sentences.Passages.Select(p => cutter.Cut(p.Section ?? "").Select(cutter.Stem))),
            [Silences] = Saved(stream => SilentSubjects.Write(stream, catalogue, lexicon)),
            [Words] = Saved(vocabulary.Write),
            [Classes] = Saved(Learn(new(shelf, lexicon, Seen(catalogue, shelf, lexicon.Reader)), without: null, progress).Write),
        };
    }

    internal static Vocabulary ReadWords(Directory directory)
    {
        using var words = Opened(directory);
        return Vocabulary.Read(words);
    }

    internal static SilentSubjects ReadSilences(Directory directory, Vocabulary vocabulary)
    {
        using var subjects = Opened(directory);
        return SilentSubjects.Read(subjects, vocabulary);
    }

    internal static Classifier ReadClasses(Directory directory)
    {
        using var classes = Opened(directory);
        return Classifier.Read(classes);
    }

    /// <summary>Every row as it is read.</summary>
    internal static List<SeenWords> Seen(Catalogue catalogue, Shelf shelf, QuestionReader reader)
    {
        var interpreter = new QuestionInterpreter(catalogue);
        return [.. shelf.Rows.AsParallel().AsOrdered().Select(r => reader.Read(interpreter.Read(r.Line), speller: null))];
    }

    /// <summary>Learns from every row, but for the lines of a fold.</summary>
    internal static Classifier Learn(Examples examples, int? without, IProgress<double>? progress) =>
        Classifier.Of(examples.Traits, Learning.From(examples.Without(without), examples.Traits.Count, examples.Classes, progress), examples.Classes);

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
