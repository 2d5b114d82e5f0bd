using FocBot.Core.Onboarding;
using FocBot.Core.Statements;
using FocBot.Core.Users;

namespace FocBot.Core.Commands;

/// <summary>How far a person is in the quiz.</summary>
public static class QuizProgress
{
    /// <summary>The name under which right answers in a row are remembered, a digit a question.</summary>
    internal const string Memory = "quiz";

    /// <summary>How many questions there are, and how many were answered rightly the last time.</summary>
    public static async Task<(int Right, int All)> OfAsync(Catalogue catalogue, IUserState user, CancellationToken cancel)
    {
        var count = QuizItems.Of(catalogue, new(null, catalogue.Languages.FirstOrDefault(l => l.Code == "en"))).Count;
        return ((await BoxesAsync(user, count, cancel)).Count(box => box > 0), count);
    }

    /// <summary>What counts for the certificate: the check, or the whole quiz where all of it was answered rightly; null where there is neither.</summary>
    public static async Task<CheckResult?> BestAsync(Catalogue catalogue, IUserState user, string statement, CancellationToken cancel)
    {
        var check = await CheckResult.ReadAsync(user, statement, cancel);
        if (check?.IsPassed == true)
            return check;
        var (right, all) = await OfAsync(catalogue, user, cancel);
        return all > 0 && right == all ? new(right, all) : check;
    }

    /// <summary>For each question how often it was answered rightly in a row.</summary>
    internal static async Task<int[]> BoxesAsync(IUserState user, int count, CancellationToken cancel)
    {
        var kept = await user.GetAsync(Memory, cancel) ?? "";
        return [.. Enumerable.Range(0, count).Select(i => i < kept.Length && char.IsAsciiDigit(kept[i]) ? kept[i] - '0' : 0)];
    }
}
