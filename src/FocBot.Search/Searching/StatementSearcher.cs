using FocBot.Search.Analysis;
using FocBot.Search.Indexing;
using FocBot.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace FocBot.Search.Searching;

/// <summary>A searcher over one commit, with what is read of it once: which document is which, the vectors, the classifiers.</summary>
sealed class StatementSearcher : IndexSearcher
{
    readonly Lazy<VectorTable> vectors;

    internal StatementSearcher(IndexReader reader, Vocabulary vocabulary)
        : base(reader)
    {
        Similarity = new FieldBM25Similarity();
        Vocabulary = vocabulary;
        Table = new(reader);
        vectors = new(() => new(reader));
        Classifiers = Table.Headers.Select(header => (header.Key, Read(reader, header.Value)))
            .Where(c => c.Item2 is not null).ToDictionary(c => c.Key, c => c.Item2!);
    }

    internal Vocabulary Vocabulary { get; }

    internal DocumentTable Table { get; }

    /// <summary>Read when first needed: where words decide, no question needs them.</summary>
    internal VectorTable Vectors => vectors.Value;

    /// <summary>By the number of the statement; statements without sample questions have none.</summary>
    internal IReadOnlyDictionary<int, TermClassifier> Classifiers { get; }

    static TermClassifier? Read(IndexReader reader, int header) =>
        reader.Document(header, new HashSet<string> { FieldNames.Classifier }).GetBinaryValue(FieldNames.Classifier) is { } bytes
            ? TermClassifier.Read(bytes.Bytes, bytes.Offset, bytes.Length) : null;
}

/// <summary>Prepares each searcher before it takes questions.</summary>
sealed class SearcherWarmer(Func<IndexReader, Vocabulary> vocabularyOf) : SearcherFactory
{
    public override IndexSearcher NewSearcher(IndexReader reader) => new StatementSearcher(reader, vocabularyOf(reader));
}
