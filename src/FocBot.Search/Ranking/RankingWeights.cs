namespace FocBot.Search.Ranking;

/// <summary>The learned weights for one situation: with or without the encoder, with or without sample questions.</summary>
/// <remarks>Read from <c>index/weights.txt</c>, written by <c>focbot tune</c>.</remarks>
sealed class RankingWeights
{
    readonly double[] rank, answer;
    readonly double bias;

    internal RankingWeights(IReadOnlyDictionary<string, double> weights, string situation)
    {
        rank = [.. Enum.GetNames<Feature>().Select(name => weights.GetValueOrDefault($"{situation}.rank.{name}"))];
        answer = [.. AnswerabilityFeatures.Names.Select(name => weights.GetValueOrDefault($"{situation}.answer.{name}"))];
        bias = weights.GetValueOrDefault($"{situation}.answer.bias");
    }

    internal static IEnumerable<string> Situations => [SituationOf(false, false), SituationOf(false, true), SituationOf(true, false), SituationOf(true, true)];

    /// <summary>The name of a situation in the file.</summary>
    internal static string SituationOf(bool usesEncoder, bool hasSamples) => $"{(usesEncoder ? "encoder" : "words")}.{(hasSamples ? "samples" : "bare")}";

    /// <summary>The passages of a statement, best first, with their scores.</summary>
    internal List<(PassageEvidence Evidence, double Score)> Rank(StatementEvidence statement) =>
        [.. statement.Passages.Values.Select(p => (p, Score(p))).OrderByDescending(p => p.Item2).ThenBy(p => p.p.Passage.Id.Number)];

    /// <summary>The probability that the best passage answers, in [0,1].</summary>
    internal double Probability(double[] features)
    {
        var sum = bias;
        for (var i = 0; i < answer.Length; i++)
            sum += answer[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    double Score(PassageEvidence evidence)
    {
        var sum = 0.0;
        for (var i = 0; i < rank.Length; i++)
            sum += rank[i] * evidence.Values[i];
        return sum;
    }
}
