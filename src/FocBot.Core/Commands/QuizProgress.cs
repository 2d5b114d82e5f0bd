using FocBot.Core.Onboarding;
using FocBot.Core.Statements;
using FocBot.Core.Users;

namespace FocBot.Core.Commands;

/// <summary>How far a person is in the quiz.</summary>
public static class QuizProgress
{
    // Under this name and a statement's id right answers in a row are remembered, a digit a question.
    const string Prefix = "quiz ";

    /// <summary>How many questions a statement has, and how many were answered rightly the last time.</summary>
    public static async Task<(int Right, int All)> OfAsync(Statement statement, IUserState user, CancellationToken cancel)
    {
        var count = QuestionBank.Of(statement).Count;
        return ((await BoxesAsync(user, statement.Id, count, cancel)).Count(box => box > 0), count);
    }

    /// <summary>What counts for the certificate: the check, or the whole quiz where all of it was answered rightly; null where there is neither.</summary>
    public static async Task<CheckResult?> BestAsync(Catalogue catalogue, IUserState user, string statement, CancellationToken cancel)
    {
        var check = await CheckResult.ReadAsync(user, statement, cancel);
        if (check?.IsPassed == true)
            return check;
        var (right, all) = catalogue.Find(statement) is { } its ? await OfAsync(its, user, cancel) : default;
        return all > 0 && right == all ? new(right, all) : check;
    }

    /// <summary>For each question of the statements how often it was answered rightly in a row.</summary>
    internal static async Task<int[]> BoxesAsync(IUserState user, IReadOnlyList<QuizQuestion> questions, CancellationToken cancel)
    {
        var boxes = new List<int>();
        foreach (var of in questions.CountBy(q => q.Passage.Statement))
            boxes.AddRange(await BoxesAsync(user, of.Key, of.Value, cancel));
        return [.. boxes];
    }

    /// <summary>Stores what is known of the questions of one statement.</summary>
    internal static Task WriteAsync(IUserState user, IReadOnlyList<QuizQuestion> questions, int[] boxes, string statement, CancellationToken cancel) =>
        user.SetAsync(Prefix + statement, string.Concat(questions.Zip(boxes).Where(q => q.First.Passage.Statement == statement).Select(q => q.Second)), cancel);

    /// <summary>The statement that a name in the person's state is the quiz of; null where it is another's name.</summary>
    internal static string? StatementOf(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null;

    static async Task<int[]> BoxesAsync(IUserState user, string statement, int count, CancellationToken cancel)
    {
        var kept = await user.GetAsync(Prefix + statement, cancel) ?? "";
        return [.. Enumerable.Range(0, count).Select(i => i < kept.Length && char.IsAsciiDigit(kept[i]) ? kept[i] - '0' : 0)];
    }
}
