namespace FocBot.Core.Answering;

/// <summary>Weighs evidence: the same weights for passages and, where the evidence exists for them, silent subjects.</summary>
public sealed class Ranker(IReadOnlyDictionary<string, double> weights)
{
    static readonly Feature[] All = Enum.GetValues<Feature>();

    /// <summary>The evidence that question lines give, to be had for a silent subject too.</summary>
    static readonly Feature[] FromLines = [Feature.Line, Feature.Lines, Feature.Grams, Feature.LineVector, Feature.Bayes];

    readonly double[] weight = [.. All.Select(f => weights.GetValueOrDefault($"rank.{f}", 1))];

    /// <summary>The score of a passage; higher is better, no fixed scale.</summary>
    public double Score(Evidence evidence) => Sum(evidence, All);

    /// <summary>The score by question lines alone, comparable between passages and silent subjects.</summary>
    public double LineScore(Evidence evidence) => Sum(evidence, FromLines);

    double Sum(Evidence evidence, Feature[] features)
    {
        var sum = 0.0;
        foreach (var feature in features)
            sum += weight[(int)feature] * evidence[feature];
        return sum;
    }
}
