using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace FocBot.Search.Searching;

/// <summary>BM25 by the statistics of the field: its documents alone, not the whole index.</summary>
/// <remarks>Lucene 4.8 divides by all documents (later versions do not: LUCENE-8007), which makes a field that few documents have look very short.</remarks>
sealed class FieldBM25Similarity : BM25Similarity
{
    protected override float AvgFieldLength(CollectionStatistics collectionStats) =>
        collectionStats.SumTotalTermFreq <= 0 || collectionStats.DocCount <= 0 ? 1f
            : (float)(collectionStats.SumTotalTermFreq / (double)collectionStats.DocCount);

    public override Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics termStats)
    {
        var (frequency, documents) = (termStats.DocFreq, Math.Max(termStats.DocFreq, collectionStats.DocCount));
        return new(Idf(frequency, documents), $"idf(docFreq={frequency}, docCount={documents})");
    }

    // As above, for the terms of a phrase together.
    public override Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics[] termStats)
    {
        var sum = new Explanation { Description = "idf(), sum of:" };
        foreach (var term in termStats)
            sum.AddDetail(IdfExplain(collectionStats, term));
        sum.Value = sum.GetDetails().Sum(detail => detail.Value);
        return sum;
    }
}
