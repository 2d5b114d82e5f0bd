using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>Finds by Lucene, then compares what was found word by word, gram by gram and vector by vector.</summary>
public sealed class Finder : ISearch, IDisposable
{
    readonly Shelf shelf;
    readonly IndexFolder folder;
    readonly LuceneSearch lucene;
    readonly RowMatcher matcher;
    readonly QuestionReader reader;
    readonly Expander expander;
    readonly Telltales telltales;
    readonly Vocabulary vocabulary;
    readonly HashSet<int>[] rowStems, inText;
    readonly Dictionary<int, int>[] known;

    Finder(Catalogue catalogue, Shelf shelf, Words words, IndexFolder folder)
    {
        (this.shelf, this.folder) = (shelf, folder);
        vocabulary = new Vocabulary(shelf.Rows.Select(r => r.Words.Select(words.Stem)));
        lucene = new LuceneSearch(folder, vocabulary);
        var vectors = new WordVectors(catalogue.Vectors);
        var raw = shelf.Rows.SelectMany(r => r.Words).ToHashSet(StringComparer.Ordinal);
        var statement = shelf.Rows.Where(r => r.Owner < shelf.Passages.Count && r.Language == "en").SelectMany(r => r.Words).ToHashSet(StringComparer.Ordinal);
        var asking = catalogue.Languages.Where(l => l.Code == "en").SelectMany(l => l.Asking).ToHashSet(StringComparer.Ordinal);
        var speller = new Speller(lucene.Rows, lucene.Sentences, w => raw.Contains(w) || vectors.Knows(w) || asking.Contains(w), asking);
        reader = new QuestionReader(words, vocabulary, statement.Contains, speller, catalogue);
        expander = new Expander(vocabulary, new Synonyms(catalogue.Synonyms, words),
            new SoftSynonyms(vectors, raw.Select(w => (w, vocabulary.Of(words.Stem(w))))));
        matcher = new RowMatcher(shelf, words, vocabulary, vectors, asking);
        telltales = new Telltales(shelf, words, vectors);
        known = [.. Enumerable.Range(0, shelf.Owners).Select(_ => new Dictionary<int, int>())];
        rowStems = [.. shelf.Rows.Select(r => r.Words.Select(w => vocabulary.Of(words.Stem(w))).ToHashSet())];
        inText = [.. shelf.Passages.Select((_, p) => shelf.Rows.Index().Where(r => !r.Item.IsLine && r.Item.Owner == p).SelectMany(r => rowStems[r.Index]).ToHashSet())];
        for (var i = 0; i < rowStems.Length; i++)
        {
            foreach (var stem in rowStems[i])
                known[shelf.Rows[i].Owner][stem] = known[shelf.Rows[i].Owner].GetValueOrDefault(stem) + 1;
        }
    }

    /// <summary>Opens the index of this shelf, building it first where that is needed.</summary>
    /// <param name="catalogue">The shelf.</param>
    /// <param name="indexFolder">Where the index lies; null keeps it in memory.</param>
    /// <param name="anew">Builds even a good index again.</param>
    /// <param name="progress">Hears how far the build is, in [0,1].</param>
    public static Finder Open(Catalogue catalogue, string? indexFolder, bool anew = false, IProgress<double>? progress = null)
    {
        var words = new Words();
        var shelf = Shelf.Of(catalogue, words);
        return new(catalogue, shelf, words, indexFolder is null
            ? IndexFolder.InMemory(shelf, words, progress)
            : IndexFolder.Open(indexFolder, catalogue, shelf, words, anew, progress));
    }

    /// <summary>Where the index lies, and whether this start built it.</summary>
    public IndexFolder Index => folder;

    public Findings Find(Asked asked) => Find(asked, without: null);

    /// <summary>The shelf's question lines, for measuring with one left out.</summary>
    internal IReadOnlyList<ShelfRow> Rows => shelf.Rows;

    /// <summary>Finds as if a row, or all that its owner's rows say, had never been written: for measuring and learning.</summary>
    internal Findings Find(Asked asked, LeftOut? without)
    {
        var english = reader.English(asked);
        var native = asked.Language == "en" ? english : reader.Native(asked);
        var subjects = english.Where(w => !w.IsAsking).ToList();
        var expanded = expander.Expand(english);
        var totalIdf = subjects.Sum(w => w.Weight * vocabulary.Idf(w.Number));
        var owners = matcher.Match(english, native, asked.Language, expanded, lucene.FindRows(english, native, expanded), without);
        var (sentences, headings) = lucene.FindText(expanded, totalIdf);
        var found = new List<(Passage, Evidence)>(shelf.Passages.Count);
        for (var p = 0; p < shelf.Passages.Count; p++)
        {
            var passage = shelf.Passages[p];
            var features = owners.Features(p);
            var rows = matcher.SentenceRows(p);
            var fits = rows.Select(r => sentences.GetValueOrDefault(r)).ToArray();
            features[(int)Feature.Sentence] = fits.DefaultIfEmpty(0).Max();
            features[(int)Feature.Heading] = headings.GetValueOrDefault(p);
            (features[(int)Feature.Coverage], features[(int)Feature.Complete]) = Coverage(subjects, expanded, totalIdf, stem => Knows(p, stem, without));
            (features[(int)Feature.InText], _) = Coverage(subjects, expanded, totalIdf, inText[p].Contains);
            features[(int)Feature.Wanted] = WantedFit.Of(asked.Wanted, passage);
            found.Add((passage, new(features, owners.SentenceFits(p, rows, fits), owners.BestLine(p))));
        }

        // A word that stands only in what is left out would be unknown without it.
        var unknown = subjects.Where(w => w.Number < 0 || (without is { } left && vocabulary.Frequency(w.Number) <= Vouched(left, w.Number))).ToList();
        var silences = shelf.Subjects.Select((s, i) => (Subject: s, Owner: shelf.Passages.Count + i))
            .Where(s => without is not { Whole: true } left || left.Owner != s.Owner)
            .Select(s => (s.Subject, new Evidence(owners.Features(s.Owner), [], owners.BestLine(s.Owner))));
        return new(found, [.. silences])
        {
            WantsDetail = asked.Wanted is Wanted.Person or Wanted.Time or Wanted.Number or Wanted.Place,
            Words = [.. subjects.Select(w => w.Raw)],
            Corrections = [.. english.Where(w => w.Raw != w.Typed && w.Typed.Length > 2 && !w.Raw.StartsWith(w.Typed, StringComparison.Ordinal)).Select(w => (w.Typed, w.Raw))],
            Unknown = [.. unknown.Select(w => w.Typed)],
            UnknownShare = totalIdf > 0 ? unknown.Sum(w => w.Weight * vocabulary.Idf(-1)) / totalIdf : 0,
            Telltales = telltales.Of(english, without),
            SilentNeighbours = owners.SilentNeighbours(),
            Synonyms = expanded.Named,
        };
    }

    public void Dispose()
    {
        lucene.Dispose();
        folder.Dispose();
    }

    (double Share, double Complete) Coverage(List<QuestionWord> subjects, Expansion expanded, double totalIdf, Func<int, bool> knows)
    {
        if (totalIdf <= 0)
            return (0, 0);
        double covered = 0, missed = 0;
        foreach (var subject in subjects)
        {
            var best = knows(subject.Number) ? 1.0 : 0;
            foreach (var (stem, weight) in expanded.Of(subject.Stem))
            {
                if (weight > best && knows(stem))
                    best = weight;
            }

            var worth = subject.Weight * vocabulary.Idf(subject.Number);
            covered += best * worth;
            missed = Math.Max(missed, (1 - best) * worth);
        }

        return (covered / totalIdf, 1 - (missed / vocabulary.Idf(-1)));
    }

    // What is left out must not vouch for its own words.
    bool Knows(int owner, int stem, LeftOut? without) =>
        known[owner].GetValueOrDefault(stem) > (without is { } left && left.Owner == owner ? Vouched(left, stem) : 0);

    int Vouched(LeftOut left, int stem) => left.Whole ? known[left.Owner].GetValueOrDefault(stem) : rowStems[left.Row].Contains(stem) ? 1 : 0;
}

/// <summary>A row to leave out of the evidence, or with <paramref name="Whole"/> all rows of its owner.</summary>
readonly record struct LeftOut(int Row, int Owner, bool Whole)
{
    internal bool Covers(int row, int owner) => row == Row || (Whole && owner == Owner);
}
