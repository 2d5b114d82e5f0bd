namespace FocBot.Core.Answering;

/// <summary>Decides whether the statement answers at all: a logistic regression over what was found, calibrated by <c>focbot tune</c>.</summary>
public sealed class Judge(IReadOnlyDictionary<string, double> weights, Ranker ranker)
{
    /// <summary>The names of the signs, in the order of <see cref="Signs"/>.</summary>
    public static IReadOnlyList<string> SignNames { get; } =
        ["top", "lines", "silence", "contest", "contest-bayes", "contest-vector", "margin", "unknown", "coverage", "wanted", "length", "sentence", "passage"];

    /// <summary>Below this probability the bot says that the statement is silent.</summary>
    public double Threshold => weights.GetValueOrDefault("silence.threshold", 0.5);

    /// <summary>Below this one it shows no closest passages either.</summary>
    public double NothingBelow => weights.GetValueOrDefault("silence.nothing", 0.08);

    /// <summary>What speaks for and against an answer. <paramref name="ranked"/> is best first.</summary>
    public double[] Signs(Findings found, IReadOnlyList<(Evidence Evidence, double Score)> ranked)
    {
        if (ranked.Count == 0)
            return new double[SignNames.Count];
        var (best, score) = ranked[0];
        var lines = found.Passages.Max(p => ranker.LineScore(p.Evidence));
        var silence = found.Silences.Count == 0 ? 0 : found.Silences.Max(s => ranker.LineScore(s.Evidence));
        return
        [
            score,
            lines,
            silence,
            lines - silence,
            Most(found.Passages.Select(p => p.Evidence), Feature.Bayes) - Most(found.Silences.Select(s => s.Evidence), Feature.Bayes),
            Most(found.Passages.Select(p => p.Evidence), Feature.LineVector) - Most(found.Silences.Select(s => s.Evidence), Feature.LineVector),
            ranked.Count > 1 ? score - ranked[1].Score : score,
            found.UnknownShare,
            best[Feature.Coverage],
            best[Feature.Wanted],
            Math.Log(1 + found.Words.Count),
            best[Feature.Sentence],
            best[Feature.Passage],
        ];
    }

    /// <summary>The probability that the best passage answers, in [0,1].</summary>
    public double Probability(double[] signs)
    {
        var sum = weights.GetValueOrDefault("silence.bias", 0);
        for (var i = 0; i < signs.Length; i++)
            sum += weights.GetValueOrDefault($"silence.{SignNames[i]}", 0) * signs[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    static double Most(IEnumerable<Evidence> all, Feature feature) => all.Select(e => e[feature]).DefaultIfEmpty(0).Max();
}
