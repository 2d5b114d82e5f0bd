using FocBot.Core.Statements;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace FocBot.Search;

/// <summary>Fields of the index. Passages and sentences live apart, since BM25's idf counts the whole index.</summary>
static class Field
{
    internal const string Row = "row";
    internal const string Owner = "owner";
    internal const string Stems = "stems";
    internal const string Grams = "grams";
    internal const string Raw = "raw";
    internal const string Heading = "heading";
}

/// <summary>Writes the Lucene indexes: rows (question lines), sentences, passages.</summary>
static class IndexWriting
{
    internal static readonly string[] Parts = ["rows", "sentences", "passages"];

    internal static readonly BM25Similarity Similarity = new();

    /// <summary>Writes all parts in memory. <paramref name="progress"/> hears shares in [0,1].</summary>
    internal static Dictionary<string, Lucene.Net.Store.Directory> Write(Shelf shelf, Words words, IProgress<double>? progress)
    {
        var parts = new Dictionary<string, Lucene.Net.Store.Directory>(StringComparer.Ordinal);
        var done = 0;
        double all = shelf.Rows.Count + shelf.Passages.Count;
        Part("rows", shelf.Rows.Select((row, i) => (row, i)).Where(x => x.row.IsLine).Select(x => RowDocument(x.row, x.i, words)));
        Part("sentences", shelf.Rows.Select((row, i) => (row, i)).Where(x => !x.row.IsLine).Select(x => RowDocument(x.row, x.i, words)));
        Part("passages", shelf.Passages.Select((p, i) => PassageDocument(p, i, words)));
        return parts;

        void Part(string part, IEnumerable<Document> documents)
        {
            var directory = parts[part] = new RAMDirectory();
            using var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);
            using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { OpenMode = OpenMode.CREATE, Similarity = Similarity });
            foreach (var document in documents)
            {
                writer.AddDocument(document);
                progress?.Report(++done / all);
            }

            writer.ForceMerge(1);
            writer.Commit();
        }
    }

    static Document RowDocument(ShelfRow row, int number, Words words) =>
    [
        new NumericDocValuesField(Field.Row, number),
        Text(Field.Stems, row.Words.Select(words.Stem)),
        Text(Field.Grams, Words.Grams(row.Words)),
        Text(Field.Raw, row.Words),
    ];

    static Document PassageDocument(Passage passage, int number, Words words) =>
    [
        new NumericDocValuesField(Field.Owner, number),
        Text(Field.Heading, words.Cut(passage.Section ?? "").Select(words.Stem)),
    ];

    static TextField Text(string field, IEnumerable<string> words) => new(field, string.Join(' ', words), Lucene.Net.Documents.Field.Store.NO);
}
