using System.Globalization;
using FocBot.Core.Users;

namespace FocBot.Core.Onboarding;

/// <summary>How somebody did in the check of a statement; the best result is stored of them.</summary>
public sealed record CheckResult(int Right, int All)
{
    /// <summary>The share of right answers from which there is a certificate.</summary>
    public const double Enough = 0.8;

    const string Prefix = "check ";

    public bool IsPassed => All > 0 && Right >= Enough * All;

    /// <summary>The best result so far; null where there is none.</summary>
    public static async Task<CheckResult?> ReadAsync(IUserState user, string statement, CancellationToken cancel) =>
        await user.GetAsync(KeyOf(statement), cancel) is { } text && text.Split('/') is [var right, var all]
            && int.TryParse(right, CultureInfo.InvariantCulture, out var r) && int.TryParse(all, CultureInfo.InvariantCulture, out var a)
                ? new(r, a) : null;

    /// <summary>How many right answers are enough.</summary>
    public static int Needed(int all) => (int)Math.Ceiling(Enough * all);

    /// <summary>The statement that a name in the person's state is the result of; null where it is another's name.</summary>
    internal static string? StatementOf(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null;

    /// <summary>Stores the result unless a better one is stored.</summary>
    public async Task WriteAsync(IUserState user, string statement, CancellationToken cancel)
    {
        if (await ReadAsync(user, statement, cancel) is not { } before || (double)Right / All >= (double)before.Right / before.All)
            await user.SetAsync(KeyOf(statement), string.Create(CultureInfo.InvariantCulture, $"{Right}/{All}"), cancel);
    }

    static string KeyOf(string statement) => Prefix + statement;
}
