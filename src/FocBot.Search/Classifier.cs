using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace FocBot.Search;

/// <summary>Which sentence a question asks for, or none of them: a multinomial logistic regression over its traits.</summary>
sealed class Classifier
{
    // More than nearly every question has.
    const int OnStack = 512;

    readonly Traits traits;
    // For each trait a weight a class, as steps of that trait's own size: a quarter of the memory, and the same answers.
    readonly sbyte[] steps;
    readonly float[] sizes;
    // What every question begins with, a class.
    readonly float[] bias;

    Classifier(Traits traits, sbyte[] steps, float[] sizes, float[] bias) => (this.traits, this.steps, this.sizes, this.bias) = (traits, steps, sizes, bias);

    /// <param name="traits">What it sees of a question.</param>
    /// <param name="weights">For each trait a weight a class, and at the end those of every question.</param>
    /// <param name="classes">How many classes there are.</param>
    internal static Classifier Of(Traits traits, ReadOnlySpan<float> weights, int classes)
    {
        var width = WidthOf(classes);
        var (steps, sizes) = (new sbyte[traits.Count * width], new float[traits.Count]);
        for (var trait = 0; trait < sizes.Length; trait++)
        {
            var its = weights.Slice(trait * classes, classes);
            sizes[trait] = Math.Abs(TensorPrimitives.MaxMagnitude(its)) is > 0 and var largest ? largest / sbyte.MaxValue : 1;
            for (var i = 0; i < classes; i++)
                steps[(trait * width) + i] = (sbyte)MathF.Round(its[i] / sizes[trait]);
        }

        return new(traits, steps, sizes, weights[^classes..].ToArray());
    }

    /// <summary>The log probability of every class.</summary>
    internal float[] LogChances(SeenWords seen)
    {
        var width = WidthOf(bias.Length);
        Span<float> chances = stackalloc float[width];
        bias.CopyTo(chances);
        var most = Traits.Most(seen);
        var taken = most <= OnStack ? stackalloc Trait[OnStack] : new Trait[most];
        foreach (var (number, value) in taken[..traits.Of(seen, taken)])
            ByteVectors.AddTo(chances, steps.AsSpan(number * width, width), value * sizes[number]);

        var found = chances[..bias.Length].ToArray();
        TensorPrimitives.Subtract(found, TensorPrimitives.Max<float>(found), found);
        TensorPrimitives.Exp(found, chances);
        TensorPrimitives.Subtract(found, MathF.Log(TensorPrimitives.Sum<float>(chances[..found.Length])), found);
        return found;
    }

    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        traits.Write(writer);
        writer.Write(bias.Length);
        writer.Write(MemoryMarshal.AsBytes(bias.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(sizes.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(steps.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static Classifier Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var (traits, bias) = (Traits.Read(reader), new float[reader.ReadInt32()]);
        var (sizes, steps) = (new float[traits.Count], new sbyte[traits.Count * WidthOf(bias.Length)]);
        stream.ReadExactly(MemoryMarshal.AsBytes(bias.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(sizes.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(steps.AsSpan()));
        return new(traits, steps, sizes, bias);
    }

    // Padded, so that every row is a whole number of registers.
    static int WidthOf(int classes) => (classes + Vector128<sbyte>.Count - 1) / Vector128<sbyte>.Count * Vector128<sbyte>.Count;
}
