using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FocBot.Search.Ranking;

/// <summary>A vector of length 1 with a signed byte a dimension, as the index stores it: a quarter of the size of floats.</summary>
static class QuantizedVector
{
    const float Scale = 127;

    /// <summary>Quantises a vector after scaling it to length 1.</summary>
    internal static sbyte[] Of(ReadOnlySpan<float> vector)
    {
        var scale = Scale / Math.Max(1e-9f, TensorPrimitives.Norm(vector));
        var quantized = new sbyte[vector.Length];
        for (var i = 0; i < vector.Length; i++)
            quantized[i] = (sbyte)Math.Clamp(MathF.Round(vector[i] * scale), -Scale, Scale);
        return quantized;
    }

    /// <summary>The cosine of two vectors, off by less than a hundredth.</summary>
    internal static float Cosine(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = Vector256<int>.Zero;
        var at = 0;
        for (; at + Vector128<sbyte>.Count <= left.Length; at += Vector128<sbyte>.Count)
        {
            var (a, b) = (Vector128.Create(left[at..]), Vector128.Create(right[at..]));
            // A product of at most 127 * 127 fits a short.
            var products = Vector256.Create(Vector128.WidenLower(a) * Vector128.WidenLower(b), Vector128.WidenUpper(a) * Vector128.WidenUpper(b));
            sum += Vector256.WidenLower(products) + Vector256.WidenUpper(products);
        }

        var dot = Vector256.Sum(sum);
        for (; at < left.Length; at++)
            dot += left[at] * right[at];
        return dot / (Scale * Scale);
    }

    internal static byte[] ToBytes(sbyte[] vector) => MemoryMarshal.AsBytes(vector.AsSpan()).ToArray();
}
