namespace FocBot.Channels;

/// <summary>One thing that <c>focbot doctor</c> looked at.</summary>
/// <param name="Good">Null where there is nothing to judge, or nothing wrong yet.</param>
/// <param name="Found">What was found.</param>
/// <param name="Next">What to do about it.</param>
sealed record Check(bool? Good, string Found, string? Next = null)
{
    // Days before the end of something that must be renewed: told, told again, wrong.
    const int Early = 60, Soon = 30, Urgent = 7;

    /// <summary>Judges how long something lasts that must be renewed: noted from 60 and from 30 days before its end, wrong from 7.</summary>
    /// <param name="what">What ends, such as "Teams: the certificate".</param>
    /// <param name="end">When.</param>
    /// <param name="now">The time now.</param>
    /// <param name="renew">How it is renewed.</param>
    internal static Check OfExpiry(string what, DateTimeOffset end, DateTimeOffset now, string renew) => (end - now).TotalDays switch
    {
        <= 0 => new(false, $"{what} expired on {end:yyyy-MM-dd}.", renew),
        < Urgent and var days => new(false, $"{what} expires in {(int)days} days.", $"Now: {renew}"),
        < Soon and var days => new(null, $"{what} expires in {(int)days} days.", $"This week: {renew}"),
        < Early and var days => new(null, $"{what} expires in {(int)days} days.", renew),
        var days => new(true, $"{what} lasts for {(int)days} days."),
    };
}

/// <summary>Something that can say whether it is set up well.</summary>
interface IHealthCheck
{
    IAsyncEnumerable<Check> CheckAsync(CancellationToken cancel);
}
