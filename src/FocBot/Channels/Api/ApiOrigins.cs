using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Api;

/// <summary>Which web sites may call the API from their visitors' browsers: those of <c>Server:AllowedOrigins</c>, none by default.</summary>
static class ApiOrigins
{
    internal const string Policy = "api";

    internal static void AddApiOrigins(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<ServerOptions>>((cors, server) => cors.AddPolicy(Policy, policy => policy
            .WithOrigins(server.Value.AllowedOrigins.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .WithMethods("GET", "POST")
            .WithHeaders("Content-Type", "Accept", "If-None-Match", "MCP-Protocol-Version")
            .WithExposedHeaders("ETag", "Retry-After")));
    }
}
