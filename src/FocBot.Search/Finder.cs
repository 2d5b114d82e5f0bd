using System.Runtime.InteropServices;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>Finds by Lucene's full-text search, and by what the classifier learned from the question lines.</summary>
public sealed class Finder : ISearch, IDisposable
{
    readonly IndexFolder folder;
    readonly Sentences sentences;
    readonly FullText sentenceText, headingText;
    readonly SilentSubjects silences;
    readonly Classifier classifier;
    readonly SentenceMatcher matcher;
    readonly Coverage coverage;
    // Whether each passage holds the kind of thing that is wanted, by kind.
    readonly double[][] fits;

    Finder(Catalogue catalogue, string? indexFolder, bool anew, IProgress<double>? progress)
    {
        var cutter = new Words();
        sentences = new(catalogue);
        folder = IndexFolder.Open(indexFolder, catalogue, () => IndexContent.Write(catalogue, cutter, progress), anew);
        Lexicon = new(catalogue, IndexContent.ReadWords(folder[IndexContent.Words]), cutter);
        (sentenceText, headingText) = (new(folder[IndexContent.Sentences], Lexicon.Vocabulary), new(folder[IndexContent.Headings], Lexicon.Vocabulary));
        silences = IndexContent.ReadSilences(folder[IndexContent.Silences], Lexicon.Vocabulary);
        classifier = IndexContent.ReadClasses(folder[IndexContent.Classes]);
        matcher = new(sentences, Lexicon);
        coverage = new([.. sentences.Passages.Select(p => p.Text)], Lexicon);
        fits = [.. Enum.GetValues<AnswerType>().Select(wanted => sentences.Passages.Select(p => AnswerTypeMatch.Of(wanted, p)).ToArray())];
    }

    /// <summary>Opens the index of this shelf, building it first where that is needed.</summary>
    /// <param name="catalogue">The shelf.</param>
    /// <param name="indexFolder">Where the index lies; null keeps it in memory.</param>
    /// <param name="anew">Builds even a good index again.</param>
    /// <param name="progress">Hears how far the build is, in [0,1].</param>
    public static Finder Open(Catalogue catalogue, string? indexFolder, bool anew = false, IProgress<double>? progress = null) => new(catalogue, indexFolder, anew, progress);

    /// <summary>Where the index lies, and whether this start built it.</summary>
    public IndexFolder Index => folder;

    internal Lexicon Lexicon { get; }

    public Findings Find(InterpretedQuestion asked) => Find(asked, classifier, stem => stem >= 0);

    /// <summary>Finds by another classifier, and as if only these stems were known: for measuring.</summary>
    internal Findings Find(InterpretedQuestion asked, Classifier by, Func<int, bool> knows)
    {
        var seen = Lexicon.Reader.Read(asked, Lexicon.Speller);
        var subjects = seen.Subjects;
        var totalIdf = subjects.Sum(w => w.Weight * Lexicon.Vocabulary.Idf(w.Number));
        var (fullText, headings, inText) = (sentenceText.Find(seen.Terms, totalIdf), headingText.Find(seen.Terms, totalIdf), coverage.Of(subjects));
        var chances = by.LogChances(seen);
        var found = new (Passage Passage, Evidence Evidence)[sentences.Passages.Count];
        for (var p = 0; p < found.Length; p++)
        {
            var (chance, text) = (double.Epsilon, 0f);
            foreach (var sentence in sentences.Of[p])
                (chance, text) = (chance + Math.Exp(chances[sentence]), Math.Max(text, fullText[sentence]));
            found[p] = (sentences.Passages[p], new(Math.Log(chance), text, headings[p], inText[p], fits[(int)asked.AnswerType][p]));
        }

        sbyte[]? meaning = null;
        var unknown = subjects.FindAll(w => !knows(w.Number));
        return new(asked, ImmutableCollectionsMarshal.AsImmutableArray(found))
        {
            SilenceOdds = chances[^1] - Math.Log(Math.Max(1e-9, 1 - Math.Exp(chances[^1]))),
            Unknown = unknown.ConvertAll(w => w.Typed),
            UnknownShare = totalIdf > 0 ? unknown.Sum(w => w.Weight * Lexicon.Vocabulary.Idf(-1)) / totalIdf : 0,
            KeySentence = passage => matcher.Best(sentences.PlaceOf(passage), meaning ??= matcher.MeaningOf(subjects), fullText, chances),
            SilentSubject = () => silences.Nearest(seen),
            Words = subjects.ConvertAll(w => w.Raw),
            Readings = seen.Readings,
        };
    }

    public void Dispose()
    {
        sentenceText.Dispose();
        headingText.Dispose();
        folder.Dispose();
    }
}
