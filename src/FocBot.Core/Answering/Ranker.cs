namespace FocBot.Core.Answering;

/// <summary>Weighs evidence: the same weights for passages and, where the evidence exists for them, silent subjects.</summary>
public sealed class Ranker(IReadOnlyDictionary<string, double> weights)
{
    static readonly Feature[] All = Enum.GetValues<Feature>();

    /// <summary>The evidence that question lines give, to be had for a silent subject too.</summary>
    static readonly Feature[] FromLines = [Feature.Line, Feature.Lines, Feature.Grams, Feature.LineVector, Feature.Bayes];

    readonly double[] weight = [.. All.Select(f => weights.GetValueOrDefault($"rank.{f}", 1))];

    /// <summary>The score of a passage; higher is better, no fixed scale.</summary>
    public double Score(Evidence evidence) => All.Sum(f => weight[(int)f] * evidence[f]);

    /// <summary>The score by question lines alone, comparable between passages and silent subjects.</summary>
    public double LineScore(Evidence evidence) => FromLines.Sum(f => weight[(int)f] * evidence[f]);
}
