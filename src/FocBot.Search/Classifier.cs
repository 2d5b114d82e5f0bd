using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace FocBot.Search;

/// <summary>Which sentence a question asks for, or none of them: a multinomial logistic regression over its traits.</summary>
sealed class Classifier
{
    readonly Traits traits;
    // For each trait a weight a class; the last ones are those of every question.
    readonly Half[] weights;
    // What a word of the shelf brings by its parts and by its meaning; found when first needed.
    readonly Share?[] parts, meanings;

    internal Classifier(Traits traits, int classes, Half[] weights, int shelfWords)
    {
        (this.traits, Classes, this.weights) = (traits, classes, weights);
        (parts, meanings) = (new Share?[shelfWords], new Share?[shelfWords]);
    }

    internal int Classes { get; }

    /// <summary>The log probability of every class.</summary>
    internal float[] LogChances(SeenWords seen)
    {
        var chances = new float[Classes];
        TensorPrimitives.ConvertToSingle(weights.AsSpan(weights.Length - Classes), chances);
        Add(chances, Sum(traits.OfWords(seen)), 1);
        Add(chances, seen.Native, parts, (word, found) => traits.OfParts(word.Raw, found));
        Add(chances, seen.Subjects, meanings, (word, found) => traits.OfMeanings(word, found));
        var top = TensorPrimitives.Max<float>(chances);
        TensorPrimitives.Subtract(chances, top, chances);
        TensorPrimitives.Subtract(chances, MathF.Log(TensorPrimitives.Sum<float>(Exp(chances))), chances);
        return chances;
    }

    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        traits.Write(writer);
        writer.Write(Classes);
        writer.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static Classifier Read(Stream stream, int shelfWords)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var (traits, classes) = (Traits.Read(reader), reader.ReadInt32());
        var weights = new Half[(traits.Count + 1) * classes];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(traits, classes, weights, shelfWords);
    }

    // One kind of traits, word by word; all together they count as if of length 1.
    void Add(float[] chances, IReadOnlyList<QuestionWord> words, Share?[] known, Action<QuestionWord, List<Trait>> find)
    {
        var all = new Share(new float[Classes], 0);
        foreach (var word in words)
        {
            var share = word.Id < 0 ? ShareOf(word, find) : known[word.Id] ??= ShareOf(word, find);
            var weight = (float)word.Weight;
            TensorPrimitives.MultiplyAdd(share.Classes, weight, all.Classes, all.Classes);
            all = all with { Length = all.Length + (weight * weight * share.Length) };
        }

        Add(chances, all, 1);
    }

    Share ShareOf(QuestionWord word, Action<QuestionWord, List<Trait>> find)
    {
        var found = new List<Trait>();
        find(word, found);
        return Sum(found);
    }

    Share Sum(List<Trait> found)
    {
        var (sum, length) = (new float[Classes], 0f);
        Span<float> its = stackalloc float[Classes];
        foreach (var (number, value) in found)
        {
            TensorPrimitives.ConvertToSingle(weights.AsSpan(number * Classes, Classes), its);
            TensorPrimitives.MultiplyAdd(its, value, sum, sum);
            length += value * value;
        }

        return new(sum, length);
    }

    static void Add(float[] chances, Share share, float weight)
    {
        if (share.Length > 0)
            TensorPrimitives.MultiplyAdd(share.Classes, weight / MathF.Sqrt(share.Length), chances, chances);
    }

    static float[] Exp(float[] values)
    {
        var exp = new float[values.Length];
        TensorPrimitives.Exp<float>(values, exp);
        return exp;
    }

    /// <summary>What some traits bring to every class together, and the square of their length.</summary>
    sealed record Share(float[] Classes, float Length);
}
