using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>Finds by question lines, by Lucene's full-text search, by word vectors, and by what the classifier learned from the lines.</summary>
public sealed class Finder : ISearch, IDisposable
{
    readonly Shelf shelf;
    readonly IndexFolder folder;
    readonly Vocabulary vocabulary;
    readonly QuestionReader reader;
    readonly Speller speller;
    readonly LineMatcher lines;
    readonly SentenceMatcher sentences;
    readonly FullText sentenceText, headingText;
    readonly Traits traits;
    readonly Classifier classifier;
    readonly Lazy<Classifier[]> folds;
    readonly Coverage coverage;

    Finder(Catalogue catalogue, string? indexFolder, bool anew, IProgress<double>? progress)
    {
        var words = new Words();
        shelf = Shelf.Of(catalogue, words);
        vocabulary = new Vocabulary(shelf.Rows.Select(r => r.Words.Select(words.Stem)));
        var english = shelf.Rows.Where(r => r.Language == "en").SelectMany(r => r.Words).CountBy(w => w, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var raw = shelf.Rows.SelectMany(r => r.Words).ToHashSet(StringComparer.Ordinal);
        var asking = catalogue.Languages.Where(l => l.Code == "en").SelectMany(l => l.Asking).ToHashSet(StringComparer.Ordinal);
        var vectors = new WordVectors(catalogue.Vectors);
        reader = new(words, vocabulary, english.ContainsKey, new Synonyms(catalogue.Synonyms, words), new SoftSynonyms(vectors, vocabulary, raw.Select(w => (w, vocabulary.Of(words.Stem(w))))), catalogue);
        speller = new(english, asking, w => raw.Contains(w) || vectors.Knows(w) || asking.Contains(w));
        folder = IndexFolder.Open(indexFolder, catalogue, () => IndexContent.Write(shelf, words, reader, progress), anew);
        (sentenceText, headingText) = (new(folder[IndexContent.Sentences], vocabulary), new(folder[IndexContent.Headings], vocabulary));
        (traits, classifier) = IndexContent.ReadClasses(folder[IndexContent.Classes]);
        folds = new(() => [.. Enumerable.Range(0, Fold.Count).Select(LearnWithout)]);
        int[][] rowStems = [.. shelf.Rows.Select(r => r.Words.Select(w => vocabulary.Of(words.Stem(w))).ToArray())];
        // A follow-up's words alone ask for nothing.
        Bag[] bags = [.. shelf.Rows.Select((r, i) => new Bag(r.IsFollowUp ? [] : r.Words.Index().Select(w => (rowStems[i][w.Index], vocabulary.Idf(rowStems[i][w.Index]) * (asking.Contains(w.Item) ? LineMatcher.AskingWeight : 1)))))];
        lines = new(shelf, bags, vocabulary);
        sentences = new(shelf, bags, vocabulary, vectors, words, asking);
        coverage = new(shelf, rowStems, vocabulary);
    }

    /// <summary>Opens the index of this shelf, building it first where that is needed.</summary>
    /// <param name="catalogue">The shelf.</param>
    /// <param name="indexFolder">Where the index lies; null keeps it in memory.</param>
    /// <param name="anew">Builds even a good index again.</param>
    /// <param name="progress">Hears how far the build is, in [0,1].</param>
    public static Finder Open(Catalogue catalogue, string? indexFolder, bool anew = false, IProgress<double>? progress = null) => new(catalogue, indexFolder, anew, progress);

    /// <summary>Where the index lies, and whether this start built it.</summary>
    public IndexFolder Index => folder;

    public Findings Find(Asked asked) => Find(asked, without: null);

    /// <summary>The question lines and sentences, for measuring with one left out.</summary>
    internal Shelf Shelf => shelf;

    /// <summary>Finds as if a part of the lines had never been written: for measuring and learning.</summary>
    internal Findings Find(Asked asked, Fold? without)
    {
        var seen = reader.Read(asked, speller);
        var subjects = seen.Subjects;
        var totalIdf = subjects.Sum(w => w.Weight * vocabulary.Idf(w.Number));
        var matches = lines.Match(seen, asked.Language, without);
        var fits = sentences.Match(subjects, sentenceText.Find(seen.Terms, totalIdf), matches);
        var headings = headingText.Find(seen.Terms, totalIdf);
        Span<float> chances = stackalloc float[classifier.Classes];
        (without is { } left ? folds.Value[left.Number] : classifier).LogChances(traits.Of(seen), chances);
        var found = new List<(Passage, Evidence)>(shelf.Passages.Count);
        for (var p = 0; p < shelf.Passages.Count; p++)
        {
            var (inText, complete) = coverage.Of(p, subjects, without);
            var (row, line) = matches.Line(p, 0);
            double[] features = [chances[p], line, matches.Mean(p), fits.Vector(p), fits.FullText(p), headings[p], inText, complete, WantedFit.Of(asked.Wanted, shelf.Passages[p])];
            found.Add((shelf.Passages[p], new(features, fits.Sentences(p), line > 0 ? shelf.Rows[row].Asked.Text : null)));
        }

        return new(asked, found, SilenceOf(subjects, totalIdf, matches, chances[^1], without))
        {
            Words = [.. subjects.Select(w => w.Raw)],
            Corrections = [.. seen.English.Where(w => w.Raw != w.Typed && w.Typed.Length > 2 && !w.Raw.StartsWith(w.Typed, StringComparison.Ordinal)).Select(w => (w.Typed, w.Raw))],
            Synonyms = [.. seen.English.SelectMany(w => w.Same.Select(s => (w.Raw, s.Stem)))],
        };
    }

    public void Dispose() => folder.Dispose();

    Silence SilenceOf(List<QuestionWord> subjects, double totalIdf, LineMatches matches, float chance, Fold? without)
    {
        var (line, subject) = (0f, ((string Name, double Line)?)null);
        for (var i = 0; i < shelf.Subjects.Count; i++)
        {
            var its = matches.Line(shelf.Passages.Count + i, 0).Likeness;
            line = Math.Max(line, its);
            if (shelf.Subjects[i].Length > 0 && its > (subject?.Line ?? 0))
                subject = (shelf.Subjects[i], its);
        }

        var unknown = subjects.FindAll(w => w.Number < 0 || !lines.Knows(w.Number, without));
        return new()
        {
            Odds = chance - Math.Log(Math.Max(1e-9, 1 - Math.Exp(chance))),
            Line = line,
            Subject = subject,
            Neighbours = matches.SilentNeighbours(),
            Unknown = unknown.ConvertAll(w => w.Typed),
            UnknownShare = totalIdf > 0 ? unknown.Sum(w => w.Weight * vocabulary.Idf(-1)) / totalIdf : 0,
        };
    }

    Classifier LearnWithout(int fold)
    {
        var seen = shelf.Rows.Select(r => reader.Read(r.Asked, speller: null)).ToList();
        return Classifier.Learn(IndexContent.Examples(shelf, seen, traits, row => shelf.Rows[row].Fold?.Number != fold), traits.Count, classifier.Classes);
    }
}
