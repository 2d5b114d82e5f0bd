namespace FocBot.Edge;

/// <summary>Logs each call that was refused in one line: where, with which status, and no word of it.</summary>
static partial class RefusedCalls
{
    internal static void UseRefusedCalls(this WebApplication app) => app.Use(async (context, next) =>
    {
        // Who handles an exception takes the endpoint away.
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "elsewhere";
        await next(context);
        if (context.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
            or StatusCodes.Status413PayloadTooLarge or StatusCodes.Status429TooManyRequests)
            Refused(app.Logger, context.Request.Method, route, context.Response.StatusCode);
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Route} was refused: {Status}")]
    static partial void Refused(ILogger log, string method, string route, int status);
}
