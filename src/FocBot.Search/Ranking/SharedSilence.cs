namespace FocBot.Search.Ranking;

/// <summary>What the silence of one statement says about another.</summary>
/// <remarks>
/// A statement with sample questions knows well what it leaves open. Where its text is nearer to the question than another's and yet does not answer, the
/// other, which is judged by its text alone, does not either.
/// </remarks>
static class SharedSilence
{
    const double Silent = 0.5;

    /// <summary>By how much the statement is the less likely to answer, in [0,1].</summary>
    internal static double Of(RankedStatement statement, IReadOnlyList<RankedStatement> all) => statement.Evidence.HasSamples ? 1
        : all.Where(other => other.Evidence.HasSamples && other.Probability < Silent && Nearness(other) > Nearness(statement))
            .Select(other => other.Probability / Silent).DefaultIfEmpty(1).Min();

    static double Nearness(RankedStatement statement) => statement.Evidence.Passages.Values.Max(p => statement.Evidence.HasVectors
        ? Math.Max(p[Feature.SentenceVector], p[Feature.PassageVector]) : p[Feature.InText]);
}
