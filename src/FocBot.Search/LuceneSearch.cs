using Lucene.Net.Index;
using Lucene.Net.Search;

namespace FocBot.Search;

/// <summary>The Lucene part: which rows, sentences and passages share words with the question, by BM25.</summary>
sealed class LuceneSearch : IDisposable
{
    const int MostRows = 150;
    const float GramBoost = 0.25f;
    const double LongestBm25 = 2.2; // k1 + 1: what one word can reach

    readonly IndexSearcher rows, sentences, passages;
    readonly int[] rowOf, sentenceRowOf, ownerOf;
    readonly Vocabulary vocabulary;
    readonly HashSet<int> inSentences, inHeadings;

    internal LuceneSearch(IndexFolder folder, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        (rows, sentences, passages) = (Open("rows"), Open("sentences"), Open("passages"));
        (rowOf, sentenceRowOf, ownerOf) = (Numbers(rows, Field.Row), Numbers(sentences, Field.Row), Numbers(passages, Field.Owner));

        (inSentences, inHeadings) = (WordsOf(sentences, Field.Stems), WordsOf(passages, Field.Heading));

        IndexSearcher Open(string part) => new(DirectoryReader.Open(folder[part])) { Similarity = IndexWriting.Similarity };
    }

    internal IndexReader Rows => rows.IndexReader;

    internal IndexReader Sentences => sentences.IndexReader;

    /// <summary>The question lines worth comparing: numbers of rows.</summary>
    internal List<int> FindRows(IReadOnlyList<QuestionWord> english, IReadOnlyList<QuestionWord> native, Expansion expanded)
    {
        var query = new BooleanQuery();
        AddWords(query, Field.Stems, expanded, _ => true);
        foreach (var word in english.Concat(native).Where(w => w.IsAsking && w.Number >= 0).Select(w => w.Stem).Distinct(StringComparer.Ordinal))
            Add(query, Field.Stems, word, 0.3f);
        if (!ReferenceEquals(english, native))
        {
            foreach (var word in native.Where(w => !w.IsAsking && w.Number >= 0).Select(w => w.Stem).Distinct(StringComparer.Ordinal))
                Add(query, Field.Stems, word, 1);
        }

        // Parts of words find what the words themselves don't: inflected forms of other languages, odd spellings.
        foreach (var gram in Words.Grams(native.Where(w => !w.IsAsking && (!ReferenceEquals(english, native) || w.Number < 0)).Select(w => w.Raw)).Distinct(StringComparer.Ordinal))
            Add(query, Field.Grams, gram, GramBoost);
        return Search(rows, query, MostRows).ConvertAll(hit => rowOf[hit.Doc]);
    }

    /// <summary>BM25 of each sentence (by row) and of each passage's heading (by owner), divided by what the question could reach.</summary>
    internal (Dictionary<int, double> Sentences, Dictionary<int, double> Headings) FindText(Expansion expanded, double totalIdf)
    {
        if (totalIdf <= 0)
            return ([], []);
        var most = totalIdf * LongestBm25;
        return (Found(sentences, Field.Stems, inSentences, sentenceRowOf), Found(passages, Field.Heading, inHeadings, ownerOf));

        Dictionary<int, double> Found(IndexSearcher searcher, string field, HashSet<int> held, int[] numbers)
        {
            var query = new BooleanQuery();
            AddWords(query, field, expanded, held.Contains);
            return Search(searcher, query, int.MaxValue).ToDictionary(hit => numbers[hit.Doc], hit => hit.Score / most);
        }
    }

    public void Dispose()
    {
        rows.IndexReader.Dispose();
        sentences.IndexReader.Dispose();
        passages.IndexReader.Dispose();
    }

    // Read once: Lucene's own values must not be shared between threads.
    static int[] Numbers(IndexSearcher searcher, string field) => MultiDocValues.GetNumericValues(searcher.IndexReader, field) is { } values
        ? [.. Enumerable.Range(0, searcher.IndexReader.MaxDoc).Select(document => (int)values.Get(document))]
        : [];

    // Words that an index lacks cost as much to look up as those it has.
    HashSet<int> WordsOf(IndexSearcher searcher, string field)
    {
        var held = new HashSet<int>();
        var terms = MultiFields.GetTerms(searcher.IndexReader, field)?.GetEnumerator();
        while (terms?.MoveNext() == true)
            held.Add(vocabulary.Of(terms.Term.Utf8ToString()));
        return held;
    }

    void AddWords(BooleanQuery query, string field, Expansion expanded, Func<int, bool> holds)
    {
        foreach (var (number, weight) in expanded.Words.Where(w => holds(w.Number)))
            Add(query, field, vocabulary[number], (float)weight);
    }

    static void Add(BooleanQuery query, string field, string word, float boost)
    {
        if (query.Clauses.Count < BooleanQuery.MaxClauseCount)
            query.Add(new TermQuery(new Term(field, word)) { Boost = boost }, Occur.SHOULD);
    }

    static List<(int Doc, double Score)> Search(IndexSearcher searcher, BooleanQuery query, int most)
    {
        if (query.Clauses.Count == 0 || searcher.IndexReader.NumDocs == 0)
            return [];
        var hits = searcher.Search(query, Math.Min(most, searcher.IndexReader.NumDocs)).ScoreDocs;
        return [.. hits.Select(h => (h.Doc, (double)h.Score))];
    }
}
