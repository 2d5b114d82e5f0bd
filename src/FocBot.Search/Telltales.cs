using System.Numerics.Tensors;

namespace FocBot.Search;

/// <summary>Words, pairs of words and directions of meaning that tell of silence ("deadline", "who chairs"): a logistic regression over the shelf's rows.</summary>
sealed class Telltales
{
    const int Folds = 4, Rounds = 12;
    const float Step = 0.3f, Decay = 0.0001f, VectorScale = 2;
    const double Most = 6;

    readonly Shelf shelf;
    readonly Words words;
    readonly WordVectors vectors;
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly float[] weights;
    readonly Dictionary<(bool Whole, int Fold), float[]> without = [];

    internal Telltales(Shelf shelf, Words words, WordVectors vectors)
    {
        (this.shelf, this.words, this.vectors) = (shelf, words, vectors);
        // A sign that stands in one row alone teaches nothing about another.
        foreach (var sign in shelf.Rows.Where(r => r.Language == "en").SelectMany(r => Signs(r.Words).Distinct(StringComparer.Ordinal))
            .CountBy(sign => sign, StringComparer.Ordinal).Where(sign => sign.Value > 1))
            numbers.Add(sign.Key, numbers.Count);
        weights = Learn(_ => true);
    }

    /// <summary>Log odds of silence, in [-6,6]; 0 where the shelf has no silences.</summary>
    internal double Of(IReadOnlyList<QuestionWord> question, LeftOut? left)
    {
        if (shelf.Subjects.Count == 0)
            return 0;
        var traits = Read([.. question.Select(w => w.Raw)]);
        return Math.Clamp(Sum(left is { } out_ ? Without(out_) : weights, traits), -Most, Most);
    }

    // Learned without the rows, or without the whole owners, among which the left-out one is.
    float[] Without(LeftOut left)
    {
        var key = (left.Whole, (left.Whole ? left.Owner : left.Row) % Folds);
        if (!without.TryGetValue(key, out var learned))
            without[key] = learned = Learn(row => key.Whole ? shelf.Rows[row].Owner < shelf.Passages.Count || shelf.Rows[row].Owner % Folds != key.Item2 : row % Folds != key.Item2);
        return learned;
    }

    float[] Learn(Func<int, bool> counts)
    {
        var rows = Enumerable.Range(0, shelf.Rows.Count).Where(row => shelf.Rows[row].Language == "en" && counts(row)).OrderBy(row => unchecked((uint)row * 2654435761u))
            .Select(row => (Silent: shelf.Rows[row].Owner >= shelf.Passages.Count, Traits: Read(shelf.Rows[row].Words))).ToList();
        var learned = new float[numbers.Count + vectors.Dimensions + 1];
        var speed = new float[learned.Length];
        var silentShare = Math.Max(1, rows.Count(r => r.Silent)) / (float)Math.Max(1, rows.Count);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (silent, traits) in rows)
            {
                var chance = 1 / (1 + MathF.Exp(-Sum(learned, traits)));
                // Both sides count alike.
                var off = ((silent ? 1 : 0) - chance) * 0.5f / (silent ? silentShare : 1 - silentShare);
                foreach (var sign in traits.Signs)
                    Move(sign, off * traits.Scale);
                for (var i = 0; i < traits.Vector.Length; i++)
                    Move(numbers.Count + i, off * traits.Vector[i]);
                Move(learned.Length - 1, off);
            }
        }

        return learned;

        void Move(int at, float gradient)
        {
            speed[at] += gradient * gradient;
            learned[at] += (Step * gradient / (MathF.Sqrt(speed[at]) + 1e-3f)) - (Decay * learned[at]);
        }
    }

    float Sum(float[] learned, Traits traits)
    {
        var sum = learned[^1];
        foreach (var sign in traits.Signs)
            sum += learned[sign] * traits.Scale;
        return sum + TensorPrimitives.Dot(learned.AsSpan(numbers.Count, traits.Vector.Length), traits.Vector);
    }

    Traits Read(List<string> typed)
    {
        int[] signs = [.. Signs(typed).Distinct(StringComparer.Ordinal).Select(s => numbers.GetValueOrDefault(s, -1)).Where(n => n >= 0)];
        var vector = vectors.Mean(typed.Select(w => (w, 1.0)));
        TensorPrimitives.Multiply(vector, VectorScale, vector);
        return new(signs, 1 / MathF.Sqrt(Math.Max(1, signs.Length)), vector);
    }

    IEnumerable<string> Signs(List<string> typed)
    {
        for (var i = 0; i < typed.Count; i++)
        {
            yield return words.Stem(typed[i]);
            if (i > 0)
                yield return $"{typed[i - 1]} {typed[i]}";
        }
    }

    readonly record struct Traits(int[] Signs, float Scale, float[] Vector);
}
