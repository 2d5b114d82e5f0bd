namespace FocBot.Edge;

/// <summary>Logs each call that was refused in one line: where, with which status, and no word of it.</summary>
static partial class RefusedCalls
{
    internal static void UseRefusedCalls(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
            or StatusCodes.Status413PayloadTooLarge or StatusCodes.Status429TooManyRequests)
            Refused(app.Logger, context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText
                ?? "elsewhere", context.Response.StatusCode);
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Route} was refused: {Status}")]
    static partial void Refused(ILogger log, string method, string route, int status);
}
