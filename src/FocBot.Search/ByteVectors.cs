using System.Runtime.Intrinsics;

namespace FocBot.Search;

/// <summary>Vectors of length 1 with a signed byte a dimension: a quarter of the memory to walk for every question.</summary>
sealed class ByteVectors(int rows, int dimensions)
{
    const float Scale = 127;

    // Padded, so that every row is a whole number of registers.
    readonly int width = (dimensions + Vector256<sbyte>.Count - 1) / Vector256<sbyte>.Count * Vector256<sbyte>.Count;
    readonly sbyte[] values = new sbyte[rows * ((dimensions + Vector256<sbyte>.Count - 1) / Vector256<sbyte>.Count * Vector256<sbyte>.Count)];

    internal ReadOnlySpan<sbyte> this[int row] => values.AsSpan(row * width, width);

    internal void Set(int row, float[] vector) => Pack(vector).CopyTo(values, row * width);

    internal sbyte[] Pack(float[] vector)
    {
        var packed = new sbyte[width];
        for (var i = 0; i < vector.Length; i++)
            packed[i] = (sbyte)Math.Clamp(MathF.Round(vector[i] * Scale), -Scale, Scale);
        return packed;
    }

    /// <summary>The cosine with a row; off by less than a hundredth.</summary>
    internal float Cosine(ReadOnlySpan<sbyte> packed, int row) => Dot(packed, this[row]) / (Scale * Scale);

    /// <summary>Adds a vector, so many times, to another of at least its length.</summary>
    internal static void AddTo(Span<float> sum, ReadOnlySpan<sbyte> vector, float times)
    {
        var at = 0;
        for (; at + Vector128<sbyte>.Count <= vector.Length; at += Vector128<sbyte>.Count)
        {
            var wide = Vector512.ConvertToSingle(Vector512.WidenLower(Vector256.WidenLower(Vector128.Create(vector[at..]).ToVector256()).ToVector512()));
            (Vector512.Create<float>(sum[at..]) + (wide * times)).CopyTo(sum[at..]);
        }

        for (; at < vector.Length; at++)
            sum[at] += vector[at] * times;
    }

    /// <summary>The dot product of two rows of one length.</summary>
    internal static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = Vector512<int>.Zero;
        var at = 0;
        for (; at + Vector256<sbyte>.Count <= left.Length; at += Vector256<sbyte>.Count)
        {
            // A product of at most 127 * 127 fits a short.
            var products = Vector512.WidenLower(Vector256.Create(left[at..]).ToVector512()) * Vector512.WidenLower(Vector256.Create(right[at..]).ToVector512());
            sum += Vector512.WidenLower(products) + Vector512.WidenUpper(products);
        }

        var dot = Vector512.Sum(sum);
        for (; at < left.Length; at++)
            dot += left[at] * right[at];
        return dot;
    }
}
