namespace FocBot.Core.Answering;

/// <summary>Decides whether the statement answers at all: a logistic regression over what was found, calibrated by <c>focbot tune</c>.</summary>
public sealed class Judge(IReadOnlyDictionary<string, double> weights)
{
    // Every subject word stands in the passage.
    const double Whole = 0.99;

    static readonly Feature[] features = Enum.GetValues<Feature>();

    static readonly Wanted[] wanted = Enum.GetValues<Wanted>();

    /// <summary>The names of the signs, in the order of <see cref="Signs"/>.</summary>
    public static IReadOnlyList<string> SignNames { get; } =
    [
        "odds", "top", "chance", "margin", "unknown", "length", "whole", "foreign",
        .. features.Select(f => $"best-{f}"), .. wanted.Select(w => $"wants-{w}"),
    ];

    readonly double bias = weights.GetValueOrDefault("silence.bias", 0);
    readonly double[] weight = [.. SignNames.Select(name => weights.GetValueOrDefault($"silence.{name}", 0))];

    /// <summary>Below this probability the bot says that the statement is silent.</summary>
    public double Threshold { get; } = weights.GetValueOrDefault("silence.threshold", 0.5);

    /// <summary>Below this one it shows no closest passages either.</summary>
    public double NothingBelow { get; } = weights.GetValueOrDefault("silence.nothing", 0.08);

    /// <summary>What speaks for and against an answer. <paramref name="ranked"/> is best first.</summary>
    public static double[] Signs(Findings found, IReadOnlyList<Ranked> ranked)
    {
        if (ranked.Count == 0)
            return new double[SignNames.Count];
        var (_, best, score) = ranked[0];
        return
        [
            found.Silence.Odds,
            score,
            1 / ranked.Sum(r => Math.Exp(r.Score - score)),
            ranked.Count > 1 ? score - ranked[1].Score : score,
            found.Silence.UnknownShare,
            Math.Log(1 + found.Words.Count),
            best[Feature.InText] > Whole && best[Feature.Wanted] >= 0.5 ? 1 : 0,
            found.Asked.Language == "en" ? 0 : 1,
            .. best.Features, .. wanted.Select(w => w == found.Asked.Wanted ? 1.0 : 0),
        ];
    }

    /// <summary>The probability that the best passage answers, in [0,1].</summary>
    public double Probability(double[] signs)
    {
        var sum = bias;
        for (var i = 0; i < signs.Length; i++)
            sum += weight[i] * signs[i];
        return 1 / (1 + Math.Exp(-sum));
    }
}
