using FocBot.Storage;
using FocBot.Turns;
using Microsoft.AspNetCore.Diagnostics;

namespace FocBot.Edge;

/// <summary>What went wrong on this side: storage out of reach is a 503, so that the caller comes again; all else a 500. Logged without a word of the
/// request.</summary>
sealed partial class ServerFaults(ILogger<ServerFaults> log) : IExceptionHandler
{
    const int RetryAfterSeconds = 10;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is StorageUnavailableException)
        {
            Unavailable(exception.Message);
            httpContext.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
            await TypedResults.Problem("This can't be stored at the moment. Please try again soon.", statusCode: StatusCodes.Status503ServiceUnavailable)
                .ExecuteAsync(httpContext);
            return true;
        }

        if (exception is TurnTooLongException)
        {
            // Who composed it has logged it.
            await TypedResults.Problem(AnswerComposer.TookTooLong, statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(httpContext);
            return true;
        }

        // The message may hold what a person typed.
        Failed(exception.GetType().Name, exception.StackTrace);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request is refused because nothing can be stored: {Reason}")]
    partial void Unavailable(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed: {Fault}\n{Trace}")]
    partial void Failed(string fault, string? trace);
}
