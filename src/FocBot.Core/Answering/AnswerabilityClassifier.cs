namespace FocBot.Core.Answering;

/// <summary>Decides whether the statement answers at all: a logistic regression over what was found, calibrated by <c>focbot tune</c>.</summary>
public sealed class AnswerabilityClassifier(IReadOnlyDictionary<string, double> weights)
{
    // Every subject word stands in the passage; hardly any does.
    const double Whole = 0.99, None = 0.05;

    // Beyond this the odds say no more.
    const double Decided = 3;

    const int Near = 3;

    static readonly Feature[] kinds = Enum.GetValues<Feature>();

    static readonly AnswerType[] wanted = Enum.GetValues<AnswerType>();

    /// <summary>The names of the features, in the order of <see cref="Features(Findings, Ranking)"/>.</summary>
    public static IReadOnlyList<string> FeatureNames { get; } =
    [
        "odds", "odds-for", "decided", "top", "chance", "margin", "unknown", "length", "one-word", "two-words", "whole", "none-in-text", "most-in-text", "foreign", "follow-up",
        .. kinds.Select(f => $"best-{f}"), .. wanted.Select(w => $"wants-{w}"),
    ];

    readonly double bias = weights.GetValueOrDefault("silence.bias", 0);
    readonly double[] weight = [.. FeatureNames.Select(name => weights.GetValueOrDefault($"silence.{name}", 0))];

    /// <summary>Below this probability the bot says that the statement is silent.</summary>
    public double Threshold { get; } = weights.GetValueOrDefault("silence.threshold", 0.5);

    /// <summary>What speaks for and against an answer.</summary>
    public static double[] Features(Findings found, Ranking ranked)
    {
        if (ranked.Count == 0)
            return new double[FeatureNames.Count];
        var (_, best, score) = ranked[0];
        var (odds, words) = (found.SilenceOdds, found.Words.Count);
        double among = 0, nearText = 0;
        for (var i = 0; i < ranked.Count; i++)
            among += Math.Exp(ranked.Score(i) - score);
        for (var i = 0; i < Math.Min(Near, ranked.Count); i++)
            nearText = Math.Max(nearText, ranked[i].Evidence.InText);
        ReadOnlySpan<double> first =
        [
            odds,
            Math.Max(0, odds),
            Math.Min(Decided, Math.Abs(odds)),
            score,
            1 / among,
            ranked.Count > 1 ? score - ranked.Score(1) : score,
            found.UnknownShare,
            Math.Log(1 + words),
            words <= 1 ? 1 : 0,
            words <= 2 ? 1 : 0,
            best.InText > Whole && best.AnswerType >= 0.5 ? 1 : 0,
            best.InText < None ? 1 : 0,
            nearText,
            found.Question.Language == "en" ? 0 : 1,
            found.Question.Context.Count > 0 ? 1 : 0,
        ];
        var values = new double[FeatureNames.Count];
        first.CopyTo(values);
        foreach (var feature in kinds)
            values[first.Length + (int)feature] = best[feature];
        values[first.Length + kinds.Length + (int)found.Question.AnswerType] = 1;
        return values;
    }

    /// <summary>The probability that the best passage answers, in [0,1].</summary>
    public double Probability(double[] values)
    {
        var sum = bias;
        for (var i = 0; i < values.Length; i++)
            sum += weight[i] * values[i];
        return 1 / (1 + Math.Exp(-sum));
    }
}
