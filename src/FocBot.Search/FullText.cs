using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace FocBot.Search;

/// <summary>Full-text search by Lucene in one kind of text: BM25.</summary>
/// <remarks>
/// The texts are few and frozen, so Lucene is asked once for each word's score in every text, when the word first comes; a question adds them up.
/// The sum is what Lucene gives a query of all the words: BM25 has neither coordination nor query norm.
/// </remarks>
sealed class FullText : IDisposable
{
    const string Field = "stems", Number = "number";
    const double LongestBm25 = 2.2; // k1 + 1: what one word can reach

    static readonly BM25Similarity Similarity = new();

    readonly IndexSearcher searcher;
    readonly Vocabulary vocabulary;
    readonly int[] texts;
    // By stem; null until it first comes.
    readonly (int Text, float Score)[]?[] scores;

    internal FullText(Lucene.Net.Store.Directory directory, Vocabulary vocabulary)
    {
        (this.vocabulary, scores) = (vocabulary, new (int, float)[]?[vocabulary.Count]);
        searcher = new(DirectoryReader.Open(directory)) { Similarity = Similarity };
        // Read once: Lucene's own values must not be shared between threads.
        var numbers = MultiDocValues.GetNumericValues(searcher.IndexReader, Number);
        texts = [.. Enumerable.Range(0, searcher.IndexReader.MaxDoc).Select(document => (int)numbers.Get(document))];
    }

    /// <summary>The score of each text, by weighted stems, by its number, divided by what the question could reach.</summary>
    internal float[] Find(List<(int Stem, double Weight)> terms, double totalIdf)
    {
        var found = new float[texts.Length];
        if (totalIdf <= 0)
            return found;
        foreach (var (word, weight) in terms)
        {
            foreach (var (text, score) in scores[word] ??= Scores(word))
                found[text] += (float)(weight * score / (totalIdf * LongestBm25));
        }

        return found;
    }

    public void Dispose() => searcher.IndexReader.Dispose();

    (int Text, float Score)[] Scores(int word) => texts.Length == 0 ? []
        : [.. searcher.Search(new TermQuery(new Term(Field, vocabulary[word])), texts.Length).ScoreDocs.Select(hit => (texts[hit.Doc], hit.Score))];

    /// <summary>Writes an index of texts, each a list of stems, in memory.</summary>
    internal static RAMDirectory Write(IEnumerable<IEnumerable<string>> texts)
    {
        var directory = new RAMDirectory();
        using var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { OpenMode = OpenMode.CREATE, Similarity = Similarity });
        foreach (var (number, stems) in texts.Index())
            writer.AddDocument([new NumericDocValuesField(Number, number), new TextField(Field, string.Join(' ', stems), Lucene.Net.Documents.Field.Store.NO)]);
        writer.ForceMerge(1);
        writer.Commit();
        return directory;
    }
}
