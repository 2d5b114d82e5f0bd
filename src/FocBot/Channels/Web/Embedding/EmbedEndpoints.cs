using FocBot.Channels.Web.Chat;
using FocBot.Pages;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Web.Embedding;

/// <summary>The chat on a delegation's own site: <c>/embed.js</c> puts a button there that opens <c>/embed</c> in a frame.</summary>
static class EmbedEndpoints
{
    internal static void MapEmbedding(this WebApplication app)
    {
        var embedding = app.MapGroup("").AddEndpointFilter(async (invocation, next) =>
        {
            var ancestors = invocation.HttpContext.RequestServices.GetRequiredService<IOptions<ServerOptions>>().Value.EmbedAncestors;
            if (ancestors.Length == 0)
                return PagesSetup.NotFound();
            var headers = invocation.HttpContext.Response.Headers;
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString()
                .Replace("frame-ancestors 'none'", $"frame-ancestors {ancestors}", StringComparison.Ordinal);
            return await next(invocation);
        });
        embedding.MapEmbeddedChat("/embed");
        embedding.MapGet("/embed.js", (HttpResponse response) =>
        {
            response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            response.Headers.CacheControl = "public, max-age=3600";
            return TypedResults.Bytes(SiteAssets.Content("embed.js"), "text/javascript; charset=utf-8");
        }).ExcludeFromDescription();
    }
}
