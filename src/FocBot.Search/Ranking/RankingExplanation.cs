using System.Globalization;
using FocBot.Search.Analysis;
using FocBot.Search.Searching;

namespace FocBot.Search.Ranking;

/// <summary>Says how a question was read and why the ranking came out so, a line a reason.</summary>
static class RankingExplanation
{
    const int Passages = 3;

    internal static IReadOnlyList<string> Of(AnalyzedQuery query, QuestionWords words, IReadOnlyList<RankedStatement> found) =>
    [
        $"words: {string.Join(", ", query.Subjects.Select(w => w.Text))}",
        .. query.Readings,
        .. words.Unknown.Count == 0 ? [] : (string[])[$"unknown: {string.Join(", ", words.Unknown)}"],
        .. found.SelectMany(statement => statement.Passages.Take(Passages).Select(p => Line(p.Evidence, p.Score))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{statement.Evidence.Statement.Id}: answers with probability {statement.Probability:F3}"))),
    ];

    static string Line(PassageEvidence evidence, double score) => string.Create(CultureInfo.InvariantCulture,
        $"{evidence.Passage.Id} {score:F2}: "
            + $"{string.Join(", ", Enum.GetValues<Feature>().Select(f => string.Create(CultureInfo.InvariantCulture, $"{f} {evidence[f]:F2}")))}");
}
