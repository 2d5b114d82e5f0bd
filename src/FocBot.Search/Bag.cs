namespace FocBot.Search;

/// <summary>Weighted words of a row, of length 1.</summary>
readonly struct Bag
{
    internal Bag(IEnumerable<(int Number, double Weight)> words)
    {
        var grouped = words.Where(w => w.Number >= 0).GroupBy(w => w.Number).Select(g => (g.Key, Weight: g.Max(x => x.Weight))).ToList();
        var length = Math.Sqrt(grouped.Sum(w => w.Weight * w.Weight));
        Words = [.. grouped.Select(w => (w.Key, (float)(length > 0 ? w.Weight / length : 0)))];
    }

    internal (int Number, float Weight)[] Words { get; }

    /// <summary>The cosine of two bags.</summary>
    internal double Dot(Bag other)
    {
        var sum = 0f;
        foreach (var (number, weight) in Words)
        {
            foreach (var (same, its) in other.Words)
                sum += same == number ? weight * its : 0;
        }

        return sum;
    }
}
