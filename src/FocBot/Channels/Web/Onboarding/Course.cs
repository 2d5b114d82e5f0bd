using FocBot.Core.Onboarding;
using FocBot.Core.Statements;

namespace FocBot.Channels.Web.Onboarding;

/// <summary>Ten minutes for somebody new: stops of a statement's tour, its recommendations in short, and a check.</summary>
/// <param name="Address">Path of its first page; the others stand below it.</param>
/// <param name="Token">Names a trainer's course in its address; null for the usual one.</param>
public sealed record Course(Statement Statement, IReadOnlyList<Stop> Stops, IReadOnlyList<BankQuestion> Questions, string Address, string? Token)
{
    /// <summary>The steps in order: label, path, minutes.</summary>
    public IReadOnlyList<CourseStep> Steps =>
    [
        .. Stops.Count > 0 ? [new CourseStep("Tour", $"{Address}/tour/1", Math.Max(1, Stops.Count * 2 / 5))] : Array.Empty<CourseStep>(),
        .. Statement.Recommendations.Count > 0 ? [new CourseStep("Recommendations", $"{Address}/recommendations", 2)] : Array.Empty<CourseStep>(),
        .. Statement.Study.Topics.Count > 0 ? [new CourseStep("Your post", $"{Address}/post", 1)] : Array.Empty<CourseStep>(),
        .. Questions.Count > 0 ? [new CourseStep("Check", $"{Address}/check", 3)] : Array.Empty<CourseStep>(),
        .. Questions.Count > 0 ? [new CourseStep("Certificate", $"{Address}/certificate", 0)] : Array.Empty<CourseStep>(),
    ];

    /// <summary>The course that every statement has.</summary>
    internal static Course Usual(Statement statement) =>
        new(statement, statement.Study.Tour, QuestionBank.Check(statement), $"/statements/{statement.Id}/course", null);

    /// <summary>What comes after a step; null behind the last.</summary>
    internal CourseStep? After(string label) => Steps.SkipWhile(s => s.Label != label).Skip(1).FirstOrDefault();
}

/// <summary>A step of a course.</summary>
/// <param name="Minutes">About how long it takes; 0 where that says nothing.</param>
public sealed record CourseStep(string Label, string Path, int Minutes);
