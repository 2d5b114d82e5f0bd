using System.Net;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace FocBot.Edge;

/// <summary>Which web sites may call this server from their visitors' browsers: those of <c>Server:AllowedOrigins</c>, none by default.</summary>
static class AllowedOrigins
{
    internal const string Policy = "programs";

    internal static void AddAllowedOrigins(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<ServerOptions>>((cors, server) => cors.AddPolicy(Policy, policy => policy
            .WithOrigins([.. Of(server.Value)])
            .WithMethods("GET", "POST")
            .WithHeaders("Content-Type", "Accept", "If-None-Match", "MCP-Protocol-Version")
            .WithExposedHeaders("ETag", "Retry-After")));
    }

    /// <summary>Refuses callers that come from a web site which is neither allowed, nor this server's public address, nor on this machine.</summary>
    /// <remarks>
    /// The name of a foreign site can be pointed at this machine (DNS rebinding), and its pages then count as the server's own: the origin is compared with
    /// what is known, not with the address that was called. Programs send no origin. The Model Context Protocol asks for it:
    /// https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#security-warning.
    /// </remarks>
    internal static T RefusesForeignOrigins<T>(this T endpoints)
        where T : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
                IsKnown(context.Request.Headers.Origin.ToString(), context.RequestServices.GetRequiredService<IOptions<ServerOptions>>().Value)
                    ? next(context)
                    : TypedResults.Problem("Pages of this origin may not call here: name it in Server:AllowedOrigins.", statusCode: 403).ExecuteAsync(context);
        });
        return endpoints;
    }

    static bool IsKnown(string origin, ServerOptions server) => origin.Length == 0
        || Of(server).Any(allowed => allowed == "*" || allowed.Equals(origin, StringComparison.OrdinalIgnoreCase))
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && (IsOnThisMachine(from) || IsSame(from, server.PublicAddress)));

    static bool IsOnThisMachine(Uri origin) =>
        origin.Host == "localhost" || (IPAddress.TryParse(origin.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    static bool IsSame(Uri origin, string publicAddress) =>
        Uri.TryCreate(publicAddress, UriKind.Absolute, out var own) && Uri.Compare(origin, own, UriComponents.SchemeAndServer, UriFormat.Unescaped,
            StringComparison.OrdinalIgnoreCase) == 0;

    static string[] Of(ServerOptions server) =>
        server.AllowedOrigins.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
