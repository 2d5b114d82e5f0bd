using FocBot.Core.Answering;
using FocBot.Search.Searching;

namespace FocBot.Search.Ranking;

/// <summary>What speaks for and against the statement answering at all.</summary>
static class AnswerabilityFeatures
{
    // Every subject word stands in the passage; hardly any does.
    const double Whole = 0.99, None = 0.05;

    // Beyond these odds more says nothing more.
    const double MaxOdds = 6;

    const int Near = 3;

    internal static IReadOnlyList<string> Names { get; } =
    [
        "class-odds", "sample-odds", "sample-odds-for", "top", "chance", "margin", "unknown", "length",
            "one-word", "two-words", "whole", "none-in-text", "most-in-text", "foreign", "follow-up",
        .. Enum.GetNames<Feature>().Select(name => $"best-{name}"), .. Enum.GetNames<AnswerType>().Select(name => $"wants-{name}"),
    ];

    /// <summary>The features, in the order of <see cref="Names"/>.</summary>
    /// <param name="question">The question.</param>
    /// <param name="statement">What was found in the statement.</param>
    /// <param name="ranked">Its passages, best first.</param>
    /// <param name="words">Its subject words.</param>
    internal static double[] Of(InterpretedQuestion question, StatementEvidence statement,
        IReadOnlyList<(PassageEvidence Evidence, double Score)> ranked, QuestionWords words)
    {
        if (ranked.Count == 0)
            return new double[Names.Count];
        var (best, score) = ranked[0];
        double[] values =
        [
            Math.Clamp(statement.ClassOdds, -MaxOdds, MaxOdds),
            Math.Clamp(statement.SampleOdds, -MaxOdds, MaxOdds),
            Math.Clamp(statement.SampleOdds, 0, MaxOdds),
            score,
            1 / ranked.Sum(r => Math.Exp(r.Score - score)),
            Math.Min(5, ranked.Count > 1 ? score - ranked[1].Score : score),
            words.UnknownShare,
            Math.Log(1 + words.Subjects.Count),
            words.Subjects.Count <= 1 ? 1 : 0,
            words.Subjects.Count <= 2 ? 1 : 0,
            best[Feature.InText] > Whole && best[Feature.AnswerType] >= 0.5 ? 1 : 0,
            best[Feature.InText] < None ? 1 : 0,
            ranked.Take(Near).Max(r => r.Evidence[Feature.InText]),
            question.Language == "en" ? 0 : 1,
            question.Context.Count > 0 ? 1 : 0,
            .. best.Values,
            .. Enum.GetValues<AnswerType>().Select(type => type == question.AnswerType ? 1.0 : 0),
        ];
        return values;
    }
}
