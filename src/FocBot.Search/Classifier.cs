using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace FocBot.Search;

/// <summary>Something to learn from: traits, and the classes that are right, all of them alike.</summary>
readonly record struct Example(List<Trait> Traits, int[] Right);

/// <summary>Which passage a question asks for, or none of them: a multinomial logistic regression over its traits.</summary>
/// <remarks>Learned by stochastic gradient descent with AdaGrad (Duchi, Hazan, Singer 2011), in a fixed order: the same rows give the same weights.</remarks>
sealed class Classifier
{
    const int Rounds = 15;
    const float Step = 0.2f, Tiny = 1e-6f;

    readonly int classes;
    readonly float[] weights;

    Classifier(int classes, float[] weights) => (this.classes, this.weights) = (classes, weights);

    /// <summary>Learns from examples. <paramref name="progress"/> hears shares in [0,1].</summary>
    internal static Classifier Learn(IReadOnlyList<Example> examples, int traits, int classes, IProgress<double>? progress = null)
    {
        // One weight more a class, for the bias.
        var learned = new Classifier(classes, new float[(traits + 1) * classes]);
        var speed = new float[learned.weights.Length];
        var order = Enumerable.Range(0, examples.Count).OrderBy(i => unchecked((uint)i * 2654435761u)).ToArray();
        var (chance, step) = (new float[classes], new float[classes]);
        for (var round = 0; round < Rounds; round++)
        {
            progress?.Report(round / (double)Rounds);
            foreach (var i in order)
                learned.Follow(examples[i], speed, chance, step);
        }

        return learned;
    }

    /// <summary>The log probability of every class.</summary>
    internal void LogChances(List<Trait> traits, Span<float> chances)
    {
        Scores(traits, chances);
        var top = TensorPrimitives.Max<float>(chances);
        var sum = 0f;
        foreach (var score in chances)
            sum += MathF.Exp(score - top);
        TensorPrimitives.Subtract(chances, top + MathF.Log(sum), chances);
    }

    internal int Classes => classes;

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
        var weights = new float[(stream.Length - stream.Position) / sizeof(float)];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(BitConverter.ToInt32(head), weights);
    }

    void Scores(List<Trait> traits, Span<float> scores)
    {
        weights.AsSpan(weights.Length - classes).CopyTo(scores);
        foreach (var (number, value) in traits)
            TensorPrimitives.MultiplyAdd(weights.AsSpan(number * classes, classes), value, scores, scores);
    }

    // The gradient of the log of the summed chance of all right classes.
    void Follow(Example example, float[] speed, float[] chance, float[] gradient)
    {
        Scores(example.Traits, chance);
        TensorPrimitives.SoftMax(chance, chance);
        var right = Tiny;
        foreach (var one in example.Right)
            right += chance[one];
        TensorPrimitives.Negate(chance, gradient);
        foreach (var one in example.Right)
            gradient[one] += chance[one] / right;
        foreach (var (number, value) in example.Traits)
            Move(number * classes, value);
        Move(weights.Length - classes, 1);

        void Move(int at, float value)
        {
            for (var k = 0; k < classes; k++)
            {
                var slope = gradient[k] * value;
                speed[at + k] += slope * slope;
                weights[at + k] += Step * slope / (MathF.Sqrt(speed[at + k]) + Tiny);
            }
        }
    }
}
