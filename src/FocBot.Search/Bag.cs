namespace FocBot.Search;

/// <summary>Weighted words of a row, of length 1, for cosines against a question's weights.</summary>
readonly struct Bag
{
    readonly int[] numbers;
    readonly float[] weights;

    internal Bag(IEnumerable<(int Number, double Weight)> words)
    {
        var grouped = words.Where(w => w.Number >= 0).GroupBy(w => w.Number).Select(g => (g.Key, Weight: g.Max(x => x.Weight))).ToList();
        var length = Math.Sqrt(grouped.Sum(w => w.Weight * w.Weight));
        numbers = [.. grouped.Select(w => w.Key)];
        weights = [.. grouped.Select(w => (float)(length > 0 ? w.Weight / length : 0))];
    }

    /// <summary>The cosine of two bags.</summary>
    internal double Dot(Bag other)
    {
        var sum = 0f;
        for (var i = 0; i < numbers.Length; i++)
        {
            var at = Array.IndexOf(other.numbers, numbers[i]);
            sum += at < 0 ? 0 : weights[i] * other.weights[at];
        }

        return sum;
    }

    /// <summary>The dot product with <paramref name="question"/>, which is indexed by word number.</summary>
    internal double Dot(ReadOnlySpan<float> question)
    {
        var sum = 0f;
        for (var i = 0; i < numbers.Length; i++)
            sum += weights[i] * question[numbers[i]];
        return sum;
    }
}
