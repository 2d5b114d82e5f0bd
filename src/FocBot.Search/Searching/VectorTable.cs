using System.Runtime.InteropServices;
using FocBot.Search.Indexing;
using FocBot.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace FocBot.Search.Searching;

/// <summary>The vectors of a commit, one after another. Lucene.Net 4.8 has no vector index; a scan of 100,000 takes about 5 ms.</summary>
sealed class VectorTable
{
    readonly int[] documents = [];
    readonly sbyte[] values = [];

    internal VectorTable(IndexReader reader)
    {
        if (MultiDocValues.GetBinaryValues(reader, FieldNames.Vector) is not { } vectors)
            return;
        var (live, term) = (MultiFields.GetLiveDocs(reader), new BytesRef());
        var has = MultiDocValues.GetDocsWithField(reader, FieldNames.Vector);
        documents = [.. Enumerable.Range(0, reader.MaxDoc).Where(d => live?.Get(d) != false && has.Get(d))];
        values = new sbyte[documents.Length * VectorFile.Dimensions];
        for (var row = 0; row < documents.Length; row++)
        {
            vectors.Get(documents[row], term);
            MemoryMarshal.Cast<byte, sbyte>(term.Bytes.AsSpan(term.Offset, term.Length)).CopyTo(values.AsSpan(row * VectorFile.Dimensions));
        }
    }

    internal bool IsEmpty => documents.Length == 0;

    internal bool Has(int document) => Array.BinarySearch(documents, document) >= 0;

    internal int Count => documents.Length;

    internal int DocumentOf(int row) => documents[row];

    /// <summary>The cosine with the vector of every row.</summary>
    internal void Compare(sbyte[] vector, Span<float> cosines)
    {
        for (var row = 0; row < documents.Length; row++)
            cosines[row] = QuantizedVector.Cosine(vector, values.AsSpan(row * VectorFile.Dimensions, VectorFile.Dimensions));
    }
}
