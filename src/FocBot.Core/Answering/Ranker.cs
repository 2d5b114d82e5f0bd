using System.Collections;
using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>Weighs the evidence for each passage, by the weights that <c>focbot tune</c> learns.</summary>
public sealed class Ranker(IReadOnlyDictionary<string, double> weights)
{
    readonly double[] weight = [.. Enum.GetValues<Feature>().Select(f => weights.GetValueOrDefault($"rank.{f}", 1))];

    /// <summary>All passages, best first, by the log odds of each being the best, but for a constant.</summary>
    public Ranking Rank(Findings found)
    {
        // Places are sorted, not the passages with all that speaks for them.
        var (losses, order) = (new double[found.Passages.Length], new int[found.Passages.Length]);
        for (var i = 0; i < order.Length; i++)
            (losses[i], order[i]) = (-found.Passages[i].Evidence.Weighed(weight), i);
        Array.Sort(losses, order);
        return new(found, order, losses);
    }
}

/// <summary>A passage with what speaks for it and its score.</summary>
public readonly record struct Ranked(Passage Passage, Evidence Evidence, double Score);

/// <summary>All passages, best first.</summary>
public sealed class Ranking : IReadOnlyList<Ranked>
{
    readonly Findings found;
    readonly int[] order;
    readonly double[] losses;

    /// <param name="found">What was found.</param>
    /// <param name="order">The places of its passages, best first.</param>
    /// <param name="losses">Their scores, negated, in the same order.</param>
    internal Ranking(Findings found, int[] order, double[] losses) => (this.found, this.order, this.losses) = (found, order, losses);

    public int Count => order.Length;

    public Ranked this[int place] => new(found.Passages[order[place]].Passage, found.Passages[order[place]].Evidence, Score(place));

    /// <summary>The score of the passage at a place.</summary>
    public double Score(int place) => -losses[place];

    public IEnumerator<Ranked> GetEnumerator()
    {
        for (var place = 0; place < Count; place++)
            yield return this[place];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
