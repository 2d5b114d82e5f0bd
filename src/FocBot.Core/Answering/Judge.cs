namespace FocBot.Core.Answering;

/// <summary>Decides whether the statement answers at all: a logistic regression over what was found, calibrated by <c>focbot tune</c>.</summary>
public sealed class Judge(IReadOnlyDictionary<string, double> weights, Ranker ranker)
{
    /// <summary>The names of the signs, in the order of <see cref="Signs"/>.</summary>
    public static IReadOnlyList<string> SignNames { get; } =
        ["top", "lines", "silence", "contest", "contest-bayes", "contest-vector", "margin", "unknown", "coverage", "wanted", "length", "sentence", "in-text", "grams", "neighbours", "complete", "detail", "telltales", "beaten", "beaten-line", "beaten-grams", "whole", "odd", "gap"];

    /// <summary>The signs that can only speak for silence; all others but length can only speak against it.</summary>
    public static IReadOnlySet<string> AgainstAnswering { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "silence", "unknown", "neighbours", "detail", "telltales", "beaten", "beaten-line", "beaten-grams", "odd", "gap" };

    // Every subject word stands in the passage; the words alone speak clearly of silence.
    const double Whole = 0.99, Odd = 2;

    readonly double bias = weights.GetValueOrDefault("silence.bias", 0);
    readonly double[] weight = [.. SignNames.Select(name => weights.GetValueOrDefault($"silence.{name}", 0))];

    /// <summary>Below this probability the bot says that the statement is silent.</summary>
    public double Threshold { get; } = weights.GetValueOrDefault("silence.threshold", 0.5);

    /// <summary>Below this one it shows no closest passages either.</summary>
    public double NothingBelow { get; } = weights.GetValueOrDefault("silence.nothing", 0.08);

    /// <summary>What speaks for and against an answer. <paramref name="ranked"/> is best first.</summary>
    public double[] Signs(Findings found, IReadOnlyList<Ranked> ranked)
    {
        if (ranked.Count == 0)
            return new double[SignNames.Count];
        var (_, best, score) = ranked[0];
        var lines = found.Passages.Max(p => ranker.LineScore(p.Evidence));
        var silence = found.Silences.Count == 0 ? 0 : found.Silences.Max(s => ranker.LineScore(s.Evidence));
        return
        [
            score,
            lines,
            silence,
            lines - silence,
            Most(found.Passages, Feature.Bayes) - Most(found.Silences, Feature.Bayes),
            Most(found.Passages, Feature.LineVector) - Most(found.Silences, Feature.LineVector),
            ranked.Count > 1 ? score - ranked[1].Score : score,
            found.UnknownShare,
            best[Feature.Coverage],
            best[Feature.Wanted],
            Math.Log(1 + found.Words.Count),
            best[Feature.Sentence],
            best[Feature.InText],
            best[Feature.Grams],
            found.SilentNeighbours,
            best[Feature.Complete],
            found.SilentNeighbours * (1 - best[Feature.Wanted]),
            found.Telltales,
            Math.Max(0, silence - lines),
            Math.Max(0, Most(found.Silences, Feature.Line) - Most(found.Passages, Feature.Line)),
            Math.Max(0, Most(found.Silences, Feature.Grams) - Most(found.Passages, Feature.Grams)),
            best[Feature.InText] > Whole && best[Feature.Wanted] >= 0.5 ? 1 : 0,
            Math.Max(0, found.Telltales - Odd),
            found.WantsDetail ? 1 - best[Feature.Complete] : 0,
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

    static double Most<T>(IReadOnlyList<(T, Evidence Evidence)> all, Feature feature)
    {
        var most = 0.0;
        foreach (var (_, evidence) in all)
            most = Math.Max(most, evidence[feature]);
        return most;
    }
}
