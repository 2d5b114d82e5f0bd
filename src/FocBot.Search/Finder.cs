using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>Finds by question lines, by Lucene's full-text search, and by what the classifier learned from the lines.</summary>
public sealed class Finder : ISearch, IDisposable
{
    readonly Catalogue catalogue;
    readonly Shelf shelf;
    readonly IndexFolder folder;
    readonly Lexicon lexicon;
    readonly LineMatcher lines;
    readonly SentenceMatcher sentences;
    readonly FullText sentenceText, headingText;
    readonly Classifier classifier;
    readonly Lazy<Classifier[]> folds;
    readonly Coverage coverage;
    // Whether each passage holds the kind of thing that is wanted, by kind.
    readonly double[][] fits;

    Finder(Catalogue catalogue, string? indexFolder, bool anew, IProgress<double>? progress)
    {
        this.catalogue = catalogue;
        var cutter = new Words();
        shelf = Shelf.Of(catalogue);
        folder = IndexFolder.Open(indexFolder, catalogue, () => IndexContent.Write(catalogue, shelf, cutter, progress), anew);
        lexicon = new(catalogue, shelf, IndexContent.ReadRows(folder[IndexContent.Rows]), cutter);
        (sentenceText, headingText) = (new(folder[IndexContent.Sentences], lexicon.Vocabulary), new(folder[IndexContent.Headings], lexicon.Vocabulary));
        classifier = IndexContent.ReadClasses(folder[IndexContent.Classes], lexicon.Rows.Words.Count);
        folds = new(LearnWithoutFolds);
        lines = new(shelf, lexicon);
        sentences = new(shelf, lexicon);
        coverage = new(shelf, lexicon.Rows);
        fits = [.. Enum.GetValues<Wanted>().Select(wanted => shelf.Passages.Select(p => WantedFit.Of(wanted, p)).ToArray())];
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

    /// <summary>The question lines and sentences, for measuring with some left out.</summary>
    internal Shelf Shelf => shelf;

    /// <summary>Finds as if a part of the lines had never been written: for measuring and learning.</summary>
    internal Findings Find(Asked asked, Fold? without)
    {
        var seen = lexicon.Reader.Read(asked, lexicon.Speller);
        var subjects = seen.Subjects;
        var totalIdf = subjects.Sum(w => w.Weight * lexicon.Vocabulary.Idf(w.Number));
        var (fullText, headings) = (sentenceText.Find(seen.Terms, totalIdf), headingText.Find(seen.Terms, totalIdf));
        var chances = (without is { } left ? folds.Value[left.Number] : classifier).LogChances(seen);
        var found = new (Passage Passage, Evidence Evidence)[shelf.Passages.Count];
        for (var p = 0; p < found.Length; p++)
        {
            var (chance, text) = (double.Epsilon, 0f);
            foreach (var sentence in shelf.SentencesOf[p])
                (chance, text) = (chance + Math.Exp(chances[sentence]), Math.Max(text, fullText[sentence]));
            found[p] = (shelf.Passages[p], new([Math.Log(chance), text, headings[p], coverage.Of(p, subjects), fits[(int)asked.Wanted][p]]));
        }

        // Needed by few: found when asked for.
        var nearest = new Lazy<LineMatches>(() => lines.Match(seen, asked.Language));
        return new(asked, found, SilenceOf(subjects, totalIdf, chances[^1], without))
        {
            KeySentence = passage => sentences.Best(Array.FindIndex(found, f => f.Passage == passage), subjects, fullText, chances),
            SilentSubject = () => nearest.Value.SilentSubject(),
            NearestLine = passage => nearest.Value.Nearest(Array.FindIndex(found, f => f.Passage == passage)),
            Words = subjects.ConvertAll(w => w.Raw),
            Corrections = [.. seen.English.Where(w => w.Raw != w.Typed && w.Typed.Length > 2 && !w.Raw.StartsWith(w.Typed, StringComparison.Ordinal)).Select(w => (w.Typed, w.Raw))],
            Synonyms = [.. seen.English.SelectMany(w => w.Same.Select(s => (w.Raw, s.Stem)))],
        };
    }

    public void Dispose() => folder.Dispose();

    Silence SilenceOf(List<QuestionWord> subjects, double totalIdf, float chance, Fold? without)
    {
        var unknown = subjects.FindAll(w => w.Number < 0 || !lines.Knows(w.Number, without));
        return new()
        {
            Odds = chance - Math.Log(Math.Max(1e-9, 1 - Math.Exp(chance))),
            Unknown = unknown.ConvertAll(w => w.Typed),
            UnknownShare = totalIdf > 0 ? unknown.Sum(w => w.Weight * lexicon.Vocabulary.Idf(-1)) / totalIdf : 0,
        };
    }

    Classifier[] LearnWithoutFolds()
    {
        var seen = IndexContent.Seen(catalogue, shelf, lexicon.Reader);
        return [.. Enumerable.Range(0, Fold.Count).Select(fold => IndexContent.Learn(new(shelf, lexicon), seen, fold, progress: null))];
    }
}
