using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;
using FocBot.Search.Analysis;

namespace FocBot.Search.Ranking;

/// <summary>Which sentence of one statement a question asks for, or none of them: a multinomial logistic regression over
/// <see cref="ClassifierFeatures"/>.</summary>
/// <remarks>Only a statement with sample questions has one. Weights are signed bytes, in steps of the feature's own size: a quarter of the memory, and the
/// same answers.</remarks>
sealed class TermClassifier
{
    readonly Dictionary<string, int> features;
    readonly float[] idf, steps, bias;
    readonly sbyte[] weights;

    TermClassifier(Dictionary<string, int> features, float[] idf, float[] steps, float[] bias, sbyte[] weights) =>
        (this.features, this.idf, this.steps, this.bias, this.weights) = (features, idf, steps, bias, weights);

    internal int Classes => bias.Length;

    /// <summary>Makes one of trained weights: for each feature one a class, and at the end those of every question.</summary>
    internal static TermClassifier Of(FeatureTable table, ReadOnlySpan<float> trained, int classes)
    {
        var (weights, steps) = (new sbyte[table.Count * classes], new float[table.Count]);
        for (var feature = 0; feature < steps.Length; feature++)
        {
            var its = trained.Slice(feature * classes, classes);
            steps[feature] = Math.Abs(TensorPrimitives.MaxMagnitude(its)) is > 0 and var largest ? largest / sbyte.MaxValue : 1;
            for (var i = 0; i < classes; i++)
                weights[(feature * classes) + i] = (sbyte)MathF.Round(its[i] / steps[feature]);
        }

        return new(table.Numbers, table.Idf, steps, trained[^classes..].ToArray(), weights);
    }

    /// <summary>The probability of each class: the sentences in order, then silence.</summary>
    internal float[] Probabilities(AnalyzedQuery query)
    {
        var scores = bias.ToArray();
        foreach (var (feature, value) in FeatureTable.Values(query, features, idf))
        {
            var factor = value * steps[feature];
            var its = weights.AsSpan(feature * bias.Length, bias.Length);
            for (var i = 0; i < scores.Length; i++)
                scores[i] += its[i] * factor;
        }

        TensorPrimitives.SoftMax<float>(scores, scores);
        return scores;
    }

    internal byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(bias.Length);
        writer.Write(idf.Length);
        foreach (var (name, _) in features.OrderBy(f => f.Value))
            writer.Write(name);
        writer.Write(MemoryMarshal.AsBytes(idf.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(steps.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(bias.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> made.</summary>
    internal static TermClassifier Read(byte[] bytes, int offset, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, length), Encoding.UTF8);
        var (classes, count) = (reader.ReadInt32(), reader.ReadInt32());
        var features = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
            features.Add(reader.ReadString(), i);
        var (idf, steps, bias, weights) = (new float[count], new float[count], new float[classes], new sbyte[count * classes]);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(idf.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(steps.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(bias.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(features, idf, steps, bias, weights);
    }
}

/// <summary>The features that at least two texts share, by number, with their idf: one that a single text has teaches nothing about another.</summary>
sealed record FeatureTable(Dictionary<string, int> Numbers, float[] Idf)
{
    internal int Count => Idf.Length;

    internal static FeatureTable Of(IReadOnlyList<AnalyzedQuery> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in texts.SelectMany(text => ClassifierFeatures.Of(text).Select(f => f.Name).Distinct(StringComparer.Ordinal)))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
        var shared = counts.Where(c => c.Value > 1).Select(c => c.Key).Order(StringComparer.Ordinal).ToList();
        return new(shared.Index().ToDictionary(f => f.Item, f => f.Index, StringComparer.Ordinal),
            [.. shared.Select(name => MathF.Log((1f + texts.Count) / (1 + counts[name])) + 1)]);
    }

    /// <summary>The features of a question by number, those of each group together of length 1.</summary>
    internal static List<(int Feature, float Value)> Values(AnalyzedQuery query, Dictionary<string, int> numbers, float[] idf)
    {
        var found = new List<(int Group, int Feature, float Value)>();
        Span<float> squares = stackalloc float[ClassifierFeatures.Groups];
        foreach (var (group, name, weight) in ClassifierFeatures.Of(query))
        {
            if (!numbers.TryGetValue(name, out var feature))
                continue;
            var value = weight * idf[feature];
            squares[group] += value * value;
            found.Add((group, feature, value));
        }

        var values = new List<(int, float)>(found.Count);
        foreach (var (group, feature, value) in found)
            values.Add((feature, value / MathF.Sqrt(squares[group])));
        return values;
    }
}
