namespace FocBot.Core.Answering;

/// <summary>Weighs the evidence for a passage, by the weights that <c>focbot tune</c> learns.</summary>
public sealed class Ranker(IReadOnlyDictionary<string, double> weights)
{
    readonly double[] weight = [.. Enum.GetValues<Feature>().Select(f => weights.GetValueOrDefault($"rank.{f}", 1))];

    /// <summary>The score of a passage: the log odds of its being the best, but for a constant.</summary>
    public double Score(Evidence evidence) => evidence.Weighed(weight);
}
