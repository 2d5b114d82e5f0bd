using Lucene.Net.Index;
using Lucene.Net.Search;

namespace FocBot.Search;

/// <summary>The Lucene part: which rows, sentences and passages share words with the question, by BM25.</summary>
sealed class LuceneSearch : IDisposable
{
    const int MostRows = 400;
    const float GramBoost = 0.25f;
    const double LongestBm25 = 2.2; // k1 + 1: what one word can reach

    readonly IndexSearcher rows, sentences, passages;
    readonly int[] rowOf, sentenceRowOf, ownerOf;
    readonly Vocabulary vocabulary;

    internal LuceneSearch(IndexFolder folder, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        (rows, sentences, passages) = (Open("rows"), Open("sentences"), Open("passages"));
        (rowOf, sentenceRowOf, ownerOf) = (Numbers(rows, Field.Row), Numbers(sentences, Field.Row), Numbers(passages, Field.Owner));

        IndexSearcher Open(string part) => new(DirectoryReader.Open(folder[part])) { Similarity = IndexWriting.Similarity };
    }

    internal IndexReader Rows => rows.IndexReader;

    internal IndexReader Sentences => sentences.IndexReader;

    /// <summary>The question lines worth comparing: numbers of rows.</summary>
    internal List<int> FindRows(IReadOnlyList<QuestionWord> english, IReadOnlyList<QuestionWord> native, Expansion expanded)
    {
        var query = new BooleanQuery();
        AddWords(query, Field.Stems, expanded);
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

    /// <summary>BM25 of each sentence (by row) and of each passage and its heading, divided by what the question could reach.</summary>
    internal (Dictionary<int, double> Sentences, Dictionary<int, (double Text, double Heading)> Passages) FindText(Expansion expanded, double totalIdf)
    {
        var foundSentences = new Dictionary<int, double>();
        var foundPassages = new Dictionary<int, (double Text, double Heading)>();
        if (totalIdf <= 0)
            return (foundSentences, foundPassages);
        var most = totalIdf * LongestBm25;
        foreach (var (document, score) in Search(sentences, Words(Field.Stems), int.MaxValue))
            foundSentences[sentenceRowOf[document]] = score / most;
        foreach (var (document, score) in Search(passages, Words(Field.Stems), int.MaxValue))
            foundPassages[ownerOf[document]] = (score / most, 0);
        foreach (var (document, score) in Search(passages, Words(Field.Heading), int.MaxValue))
            foundPassages[ownerOf[document]] = foundPassages.GetValueOrDefault(ownerOf[document]) with { Heading = score / most };
        return (foundSentences, foundPassages);

        BooleanQuery Words(string field)
        {
            var query = new BooleanQuery();
            AddWords(query, field, expanded);
            return query;
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

    void AddWords(BooleanQuery query, string field, Expansion expanded)
    {
        foreach (var (number, weight) in expanded.Words)
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
