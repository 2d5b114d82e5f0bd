using System.Globalization;
using FocBot.Core.Users;

namespace FocBot.Core.Commands;

/// <summary>The stop at which a person is on the tour of each statement.</summary>
public static class TourProgress
{
    const string Prefix = "tour ";

    public static Task WriteAsync(IUserState user, string statement, int stop, CancellationToken cancel) =>
        user.SetAsync(Prefix + statement, stop.ToString(CultureInfo.InvariantCulture), cancel);

    /// <summary>The stop, from 1; 0 where the tour was not begun.</summary>
    internal static async Task<int> ReadAsync(IUserState user, string statement, CancellationToken cancel) =>
        int.TryParse(await user.GetAsync(Prefix + statement, cancel), CultureInfo.InvariantCulture, out var stop) ? stop : 0;

    /// <summary>The statement that a name in the person's state is the stop of; null where it is another's name.</summary>
    internal static string? StatementOf(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null;
}
