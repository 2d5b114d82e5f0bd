using System.Numerics.Tensors;

namespace FocBot.Search;

/// <summary>Something to learn from: traits, and the classes that are right, all of them alike.</summary>
readonly record struct Example(Trait[] Traits, int[] Right);

/// <summary>Learns from examples: for each trait a weight a class, and at the end those of every question.</summary>
/// <remarks>Stochastic gradient descent with AdaGrad (Duchi, Hazan, Singer 2011), in a fixed order: the same examples give the same weights.</remarks>
sealed class Learning
{
    const int Rounds = 15;
    const float Step = 0.2f, Tiny = 1e-6f;

    // What is known well teaches nothing more.
    const float Known = 0.98f;

    readonly int classes;
    readonly float[] weights, speed, chance, gradient, move, pace;

    Learning(int traits, int classes)
    {
        this.classes = classes;
        // One weight more a class, for every question.
        (weights, speed) = (new float[(traits + 1) * classes], new float[(traits + 1) * classes]);
        (chance, gradient, move, pace) = (new float[classes], new float[classes], new float[classes], new float[classes]);
    }

    /// <summary>Learns the weights of a classifier. <paramref name="progress"/> hears shares in [0,1].</summary>
    internal static float[] From(IReadOnlyList<Example> examples, int traits, int classes, IProgress<double>? progress = null)
    {
        var learning = new Learning(traits, classes);
        var order = Enumerable.Range(0, examples.Count).OrderBy(i => unchecked((uint)i * 2654435761u)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            progress?.Report(round / (double)Rounds);
            foreach (var i in order)
                learning.Follow(examples[i]);
        }

        return learning.weights;
    }

    // The gradient of the log of the summed chance of all right classes.
    void Follow(Example example)
    {
        weights.AsSpan(weights.Length - classes).CopyTo(chance);
        foreach (var (number, value) in example.Traits)
            TensorPrimitives.MultiplyAdd(weights.AsSpan(number * classes, classes), value, chance, chance);
        TensorPrimitives.SoftMax<float>(chance, chance);
        var right = Tiny;
        foreach (var one in example.Right)
            right += chance[one];
        if (right > Known)
            return;
        TensorPrimitives.Negate<float>(chance, gradient);
        foreach (var one in example.Right)
            gradient[one] += chance[one] / right;
        foreach (var (number, value) in example.Traits)
            Move(number * classes, value);
        Move(weights.Length - classes, 1);
    }

    // Each weight finds its own pace.
    void Move(int at, float value)
    {
        var its = weights.AsSpan(at, classes);
        var gone = speed.AsSpan(at, classes);
        TensorPrimitives.Multiply(gradient, value, move);
        TensorPrimitives.MultiplyAdd(move, move, gone, gone);
        TensorPrimitives.Sqrt(gone, pace);
        TensorPrimitives.Add(pace, Tiny, pace);
        TensorPrimitives.Divide<float>(move, pace, move);
        TensorPrimitives.MultiplyAdd(move, Step, its, its);
    }
}
