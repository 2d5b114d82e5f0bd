namespace FocBot.Search.Ranking;

/// <summary>A statement's passages, best first, and the probability that the first answers.</summary>
sealed record RankedStatement(StatementEvidence Evidence, IReadOnlyList<(PassageEvidence Evidence, double Score)> Passages, double Probability)
{
    // The least cosine of a question and a text that has to do with it.
    const double Related = 0.12;

    // The most that sample questions alone are believed.
    const double Unrelated = 0.4;

    // From here on a sample question in the same language asks the same.
    const double AlikeSample = 0.3;

    /// <summary>The probability; where the first passage has no word of the question and nothing to do with it, no more than a doubt.</summary>
    internal double Confidence => Passages is [var (first, _), ..] && Evidence.HasVectors && first[Feature.InText] == 0 && first[Feature.Sentence] == 0
        && first[Feature.PassageVector] < Related && first[Feature.SentenceVector] < Related ? Math.Min(Probability, Unrelated) : Probability;

    /// <summary>The same for a question of which no word could be read into English: it must be like a sample question in its own language.</summary>
    internal double ConfidenceUntranslated => Passages is [var (first, _), ..] && first[Feature.InText] == 0 && first[Feature.Sample] < AlikeSample
        ? Math.Min(Confidence, Unrelated) : Confidence;
}
