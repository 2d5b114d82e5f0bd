namespace FocBot.Search;

/// <summary>Weighted words of a row, of length 1.</summary>
readonly struct Bag
{
    internal Bag(IEnumerable<(int Number, double Weight)> words)
    {
        var each = words.DistinctBy(w => w.Number).ToList();
        var length = Math.Sqrt(each.Sum(w => w.Weight * w.Weight));
        Words = [.. each.Select(w => (w.Number, (float)(length > 0 ? w.Weight / length : 0)))];
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
