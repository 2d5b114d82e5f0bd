using System.Collections.Frozen;
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
/// The shelf is small and frozen, so each word's score in each text is asked of Lucene once, when the index is opened; a question adds them up.
/// The sum is what Lucene gives a query of all the words: BM25 has neither coordination nor query norm.
/// </remarks>
sealed class FullText
{
    const string Field = "stems", Number = "number";
    const double LongestBm25 = 2.2; // k1 + 1: what one word can reach

    static readonly BM25Similarity Similarity = new();

    readonly FrozenDictionary<int, (int Text, float Score)[]> scores;
    readonly int count;

    internal FullText(Lucene.Net.Store.Directory directory, Vocabulary vocabulary)
    {
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = Similarity };
        var numbers = MultiDocValues.GetNumericValues(reader, Number);
        var words = new Dictionary<int, (int, float)[]>();
        var terms = MultiFields.GetTerms(reader, Field)?.GetEnumerator();
        while (terms?.MoveNext() == true)
        {
            var hits = searcher.Search(new TermQuery(new Term(Field, BytesRef.DeepCopyOf(terms.Term))), reader.NumDocs).ScoreDocs;
            words.Add(vocabulary.Of(terms.Term.Utf8ToString()), [.. hits.Select(h => ((int)numbers.Get(h.Doc), h.Score))]);
        }

        scores = words.ToFrozenDictionary();
        count = reader.NumDocs;
    }

    /// <summary>The score of each text, by weighted stems, by its number, divided by what the question could reach.</summary>
    internal float[] Find(IReadOnlyDictionary<int, double> terms, double totalIdf)
    {
        var found = new float[count];
        if (totalIdf <= 0)
            return found;
        foreach (var (word, weight) in terms)
        {
            if (scores.TryGetValue(word, out var held))
            {
                foreach (var (text, score) in held)
                    found[text] += (float)(weight * score / (totalIdf * LongestBm25));
            }
        }

        return found;
    }

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
