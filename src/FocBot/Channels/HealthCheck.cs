namespace FocBot.Channels;

/// <summary>One thing that <c>focbot doctor</c> looked at.</summary>
/// <param name="Good">Null where there is nothing to judge.</param>
/// <param name="Found">What was found.</param>
/// <param name="Next">What to do about it.</param>
sealed record Check(bool? Good, string Found, string? Next = null);

/// <summary>A channel that can say whether it is set up well.</summary>
interface IHealthCheck
{
    IAsyncEnumerable<Check> CheckAsync(CancellationToken cancel);
}
