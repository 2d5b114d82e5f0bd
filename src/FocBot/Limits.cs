using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace FocBot;

/// <summary>How much one address may ask: beyond it comes 429 with Retry-After.</summary>
static class Limits
{
    internal const string Questions = "questions";

    // A page brings its scripts, styles and fonts with it.
    const int PagesPerQuestion = 10;

    /// <summary>The largest request body, in bytes: beyond it comes 413.</summary>
    internal const long LargestBody = 64 * 1024;

    /// <summary>Another largest body for one endpoint, in bytes.</summary>
    internal static TBuilder Holds<TBuilder>(this TBuilder endpoint, long largest)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Size(largest));

    internal static void AddLimits(this IServiceCollection services) => services
        .AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = async (rejected, cancel) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                await TypedResults.Problem("You asked a great deal in a short time. Please wait a minute.", statusCode: 429).ExecuteAsync(rejected.HttpContext);
            };
            limits.AddPolicy(Questions, context => PerAddress(context, pages: 1));
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                HttpMethods.IsGet(context.Request.Method) ? PerAddress(context, PagesPerQuestion) : RateLimitPartition.GetNoLimiter(""));
        });

    static RateLimitPartition<string> PerAddress(HttpContext context, int pages) => RateLimitPartition.GetSlidingWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new()
        {
            PermitLimit = context.RequestServices.GetRequiredService<IOptions<ServerOptions>>().Value.QuestionsPerMinute * pages,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        });

    sealed record Size(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
