namespace FocBot.Turns;

/// <summary>The channel did not take what was sent.</summary>
/// <param name="reason">For the log; without a word of the message.</param>
/// <param name="retryAfter">When the channel wants it tried again; null to let the time grow from try to try.</param>
/// <param name="isPermanent">Whether another try is useless.</param>
sealed class ReplyRefusedException(string reason, TimeSpan? retryAfter = null, bool isPermanent = false, Exception? cause = null) : Exception(reason, cause)
{
    public TimeSpan? RetryAfter => retryAfter;

    public bool IsPermanent => isPermanent;

    /// <summary>What to send at the next try, as the channel writes it; null to compose it anew. Stored encrypted.</summary>
    public byte[]? Reply { get; set; }

    /// <summary>The refusal that a response says; null where it says success.</summary>
    internal static ReplyRefusedException? From(HttpResponseMessage response) => response.IsSuccessStatusCode
        ? null
        : new($"the channel answered {(int)response.StatusCode}", RetryAfterOf(response), IsForGood((int)response.StatusCode));

    // A token may be renewed, a limit passes, a server recovers; all else stays as it is.
    static bool IsForGood(int status) => status is not (401 or 408 or 412 or 425 or 429 or >= 500);

    static TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when response.Headers.Date is { } sent => date - sent,
        _ => null,
    };
}

/// <summary>What was sent was written to the channel, which did not say whether it took it: a time-out, or a lost connection.</summary>
/// <remarks>It is sent again, twice at most; its person gets no apology, for the answer may be there.</remarks>
sealed class ReplyUncertainException(Exception cause) : Exception(cause.GetType().Name, cause)
{
    /// <summary>What to send at the next try, as the channel writes it; null to compose it anew. Stored encrypted.</summary>
    public byte[]? Reply { get; set; }
}
