using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace FocBot.Search;

/// <summary>Which sentence a question asks for, or none of them: a multinomial logistic regression over its traits.</summary>
/// <param name="classes">How many classes there are.</param>
/// <param name="weights">For each trait a weight a class; the last ones are those of every question.</param>
sealed class Classifier(int classes, Half[] weights)
{
    internal int Classes => classes;

    /// <summary>The log probability of every class.</summary>
    internal void LogChances(List<Trait> traits, Span<float> chances)
    {
        Span<float> its = stackalloc float[classes];
        TensorPrimitives.ConvertToSingle(weights.AsSpan(weights.Length - classes), chances);
        foreach (var (number, value) in traits)
        {
            TensorPrimitives.ConvertToSingle(weights.AsSpan(number * classes, classes), its);
            TensorPrimitives.MultiplyAdd(its, value, chances, chances);
        }

        var top = TensorPrimitives.Max<float>(chances);
        TensorPrimitives.Subtract(chances, top, its);
        TensorPrimitives.Exp(its, its);
        TensorPrimitives.Subtract(chances, top + MathF.Log(TensorPrimitives.Sum<float>(its)), chances);
    }

    internal void Write(Stream stream)
    {
        stream.Write(BitConverter.GetBytes(classes));
        stream.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static Classifier Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[sizeof(int)];
        stream.ReadExactly(head);
        var weights = new Half[(stream.Length - stream.Position) / 2];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(BitConverter.ToInt32(head), weights);
    }
}
