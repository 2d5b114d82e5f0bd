namespace FocBot.Search.Ranking;

/// <summary>A statement's passages, best first, and the probability that the first answers.</summary>
sealed record RankedStatement(StatementEvidence Evidence, IReadOnlyList<(PassageEvidence Evidence, double Score)> Passages, double Probability);
