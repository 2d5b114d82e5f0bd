using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Text;

namespace FocBot.Search;

/// <summary>Word vectors: GloVe, 100 dimensions, a signed byte each (see index/NOTICE.md).</summary>
/// <remarks>File: int32 count, int32 dimensions, then for each word a length byte, UTF-8, and the vector; all of length 1 once read.</remarks>
sealed class WordVectors
{
    readonly Dictionary<string, (int Rank, int At)> rows = new(StringComparer.Ordinal);
    readonly byte[] file;

    internal WordVectors(byte[] file)
    {
        this.file = file;
        if (file.Length < 8)
            return;
        var count = BinaryPrimitives.ReadInt32LittleEndian(file);
        Dimensions = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        rows.EnsureCapacity(count);
        var at = 8;
        for (var row = 0; row < count; row++)
        {
            int length = file[at];
            at += 1 + length;
            rows[Encoding.UTF8.GetString(file, at - length, length)] = (row, at);
            at += Dimensions;
        }
    }

    /// <summary>0 where the shelf has no vectors.</summary>
    internal int Dimensions { get; }

    internal bool Knows(string word) => rows.ContainsKey(word);

    /// <summary>The word's place by frequency in the vectors' own text, 0 the most frequent; null for unknown words.</summary>
    internal int? Rank(string word) => rows.TryGetValue(word, out var row) ? row.Rank : null;

    /// <summary>The word's vector, of length 1; null for unknown words.</summary>
    internal float[]? Of(string word)
    {
        if (!rows.TryGetValue(word, out var row))
            return null;
        var vector = new float[Dimensions];
        for (var i = 0; i < Dimensions; i++)
            vector[i] = (sbyte)file[row.At + i];
        return Normalised(vector);
    }

    /// <summary>The weighted mean of the words' vectors, of length 1 (all zero where no word is known).</summary>
    internal float[] Mean(IEnumerable<(string Word, double Weight)> words)
    {
        var mean = new float[Dimensions];
        foreach (var (word, weight) in words)
        {
            if (Of(word) is { } vector)
                TensorPrimitives.MultiplyAdd(vector, (float)weight, mean, mean);
        }

        return Normalised(mean);
    }

    static float[] Normalised(float[] vector)
    {
        if (vector.Length == 0)
            return vector;
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
            TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }
}
