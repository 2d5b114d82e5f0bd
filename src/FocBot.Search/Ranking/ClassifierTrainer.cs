using System.Numerics.Tensors;
using FocBot.Core.Statements;
using FocBot.Search.Analysis;

namespace FocBot.Search.Ranking;

/// <summary>A text to learn from, with the classes that are right, all of them alike.</summary>
sealed record TrainingExample(AnalyzedQuery Text, int[] Labels, int Count);

/// <summary>Trains a statement's classifier from its sentences, its sample questions and the silent ones.</summary>
/// <remarks>Stochastic gradient descent with AdaGrad (Duchi, Hazan, Singer 2011), in a fixed order: the same examples give the same weights.</remarks>
sealed class ClassifierTrainer
{
    const int Rounds = 15;
    const float Step = 0.2f, Tiny = 1e-6f;

    // An example that is known this well teaches nothing more.
    const float Known = 0.98f;

    // There is one row of a sentence's own words to hundreds of sample questions.
    const int SentenceCount = 15;

    readonly int classes;
    readonly float[] weights, squares, probabilities, gradient, change, rate;

    ClassifierTrainer(int features, int classes)
    {
        this.classes = classes;
        // One weight more a class, for every question.
        (weights, squares) = (new float[(features + 1) * classes], new float[(features + 1) * classes]);
        (probabilities, gradient, change, rate) = (new float[classes], new float[classes], new float[classes], new float[classes]);
    }

    /// <summary>Trains on a statement. Its classes are its sentences, in order, and one for silence.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="samples">Its sample questions as analyzed, in order.</param>
    /// <param name="silent">Questions that nothing answers, as analyzed.</param>
    /// <param name="analyze">Analyzes a sentence.</param>
    /// <param name="asksFor">Which sentence of a passage a sample question, by its place, asks for; null where it can't be told.</param>
    internal static TermClassifier Train(Statement statement, IReadOnlyList<AnalyzedQuery> samples, IReadOnlyList<AnalyzedQuery> silent,
        Func<string, AnalyzedQuery> analyze, Func<int, Passage, int?> asksFor)
    {
        var sentences = new List<int[]>();
        var examples = new List<TrainingExample>();
        var classes = 1 + statement.Passages.Sum(p => p.Sentences.Count);
        var next = 0;
        foreach (var passage in statement.Passages)
        {
            sentences.Add([.. Enumerable.Range(next, passage.Sentences.Count)]);
            examples.AddRange(passage.Sentences.Select(s => new TrainingExample(analyze(s.Of(passage.Text)), [next++], SentenceCount)));
        }

        examples.AddRange(statement.Lines.Zip(samples).Select((q, place) => new TrainingExample(q.Second,
            q.First.Passages.Count == 0 ? [classes - 1] : [.. q.First.Passages.SelectMany(p => LabelsOf(place, p.Number - 1))], 1)));
        examples.AddRange(silent.Select(text => new TrainingExample(text, [classes - 1], 1)));
        var table = FeatureTable.Of([.. examples.Select(e => e.Text)]);
        return TermClassifier.Of(table, Train(examples, table, classes), classes);

        int[] LabelsOf(int sample, int passage) => asksFor(sample, statement.Passages[passage]) is { } one ? [sentences[passage][one]] : sentences[passage];
    }

    static float[] Train(List<TrainingExample> examples, FeatureTable table, int classes)
    {
        var trainer = new ClassifierTrainer(table.Count, classes);
        var all = examples.SelectMany(e => Enumerable.Repeat((Features: FeatureTable.Values(e.Text, table.Numbers, table.Idf), e.Labels), e.Count)).ToList();
        var order = Enumerable.Range(0, all.Count).OrderBy(i => unchecked((uint)i * 2654435761u)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var i in order)
                trainer.Follow(all[i].Features, all[i].Labels);
        }

        return trainer.weights;
    }

    // The gradient of the log of the summed probability of all right classes.
    void Follow(List<(int Feature, float Value)> features, int[] labels)
    {
        weights.AsSpan(weights.Length - classes).CopyTo(probabilities);
        foreach (var (feature, value) in features)
            TensorPrimitives.MultiplyAdd(weights.AsSpan(feature * classes, classes), value, probabilities, probabilities);
        TensorPrimitives.SoftMax<float>(probabilities, probabilities);
        var right = Tiny;
        foreach (var label in labels)
            right += probabilities[label];
        if (right > Known)
            return;
        TensorPrimitives.Negate<float>(probabilities, gradient);
        foreach (var label in labels)
            gradient[label] += probabilities[label] / right;
        foreach (var (feature, value) in features)
            Change(feature * classes, value);
        Change(weights.Length - classes, 1);
    }

    void Change(int at, float value)
    {
        var its = weights.AsSpan(at, classes);
        var square = squares.AsSpan(at, classes);
        TensorPrimitives.Multiply(gradient, value, change);
        TensorPrimitives.MultiplyAdd(change, change, square, square);
        TensorPrimitives.Sqrt(square, rate);
        TensorPrimitives.Add(rate, Tiny, rate);
        TensorPrimitives.Divide<float>(change, rate, change);
        TensorPrimitives.MultiplyAdd(change, Step, its, its);
    }
}
