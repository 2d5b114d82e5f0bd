using Microsoft.AspNetCore.Diagnostics;

namespace FocBot;

/// <summary>Turns what is wrong with a request into a problem that says what to do: the caller's fault is never a 500 and leaves no stack trace.</summary>
sealed class BadRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, advice) = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                (StatusCodes.Status413PayloadTooLarge, "The body is too large. Send less."),
            BadHttpRequestException bad => (bad.StatusCode, "The request can't be read. Check its headers and its body."),
            // A form with too many fields, or one that is cut short.
            InvalidDataException or IOException when httpContext.Request.HasFormContentType =>
                (StatusCodes.Status400BadRequest, "The form can't be read. Send fewer fields, and the whole form."),
            _ => (0, ""),
        };
        if (status == 0)
            return false;
        await TypedResults.Problem(advice, statusCode: status).ExecuteAsync(httpContext);
        return true;
    }
}
