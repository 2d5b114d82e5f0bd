using FocBot.Core;
using Microsoft.Net.Http.Headers;

namespace FocBot.Channels.Api;

/// <summary>An ETag for what depends on the content alone: a program that has it already is answered by 304.</summary>
static class ContentTag
{
    internal static RouteHandlerBuilder WithContentTag(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status304NotModified)
        .AddEndpointFilter(async (context, next) =>
        {
            var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
            var hash = request.HttpContext.RequestServices.GetRequiredService<Bot>().Catalogue.Hash;
            var tag = new EntityTagHeaderValue($"\"{ProductVersion.Text}-{hash}\"");
            response.Headers.CacheControl = "no-cache";
            if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            var result = await next(context);
            if (result is not INestedHttpResult { Result: IStatusCodeHttpResult { StatusCode: >= 400 } })
                response.GetTypedHeaders().ETag = tag;
            return result;
        });
}
