using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;

namespace FocBot.Search;

/// <summary>Word vectors: GloVe, 100 dimensions, a signed byte each (see index/NOTICE.md).</summary>
/// <remarks>File: int32 count, int32 dimensions, then for each word, in the order of its bytes, a length byte, UTF-8, and the vector, of any length.</remarks>
sealed class WordVectors
{
    readonly byte[] file;
    // Where each word's length byte stands. A table of the words themselves would be as large as the file.
    readonly int[] rows = [];

    internal WordVectors(byte[] file)
    {
        this.file = file;
        if (file.Length < 8)
            return;
        rows = new int[BinaryPrimitives.ReadInt32LittleEndian(file)];
        Dimensions = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        var at = 8;
        foreach (ref var row in rows.AsSpan())
            (row, at) = (at, at + 1 + file[at] + Dimensions);
    }

    /// <summary>0 where the shelf has no vectors.</summary>
    internal int Dimensions { get; }

    /// <summary>The word's row; below 0 for unknown words.</summary>
    internal int Find(string word)
    {
        Span<byte> bytes = stackalloc byte[byte.MaxValue];
        if (!Encoding.UTF8.TryGetBytes(word, bytes, out var length))
            return -1;
        var (low, high) = (0, rows.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = file.AsSpan(rows[middle] + 1, file[rows[middle]]).SequenceCompareTo(bytes[..length]);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>The vector of a row as it stands in the file: of any length.</summary>
    internal ReadOnlySpan<sbyte> this[int row] => MemoryMarshal.Cast<byte, sbyte>(file.AsSpan(rows[row] + 1 + file[rows[row]], Dimensions));

    /// <summary>The length of a row's vector; 1 where it is all zero.</summary>
    internal double LengthOf(int row) => Math.Sqrt(Math.Max(1, ByteVectors.Dot(this[row], this[row])));

    /// <summary>The weighted mean of the vectors of rows, of length 1 (all zero where there is none; a row below 0 is none).</summary>
    internal float[] Mean(IEnumerable<(int Row, double Weight)> rows)
    {
        var mean = new float[Dimensions];
        foreach (var (row, weight) in rows.Where(r => r.Row >= 0))
            ByteVectors.AddTo(mean, this[row], (float)(weight / LengthOf(row)));
        var length = TensorPrimitives.Norm<float>(mean);
        if (length > 0)
            TensorPrimitives.Divide(mean, length, mean);
        return mean;
    }
}
