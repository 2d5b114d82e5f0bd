using System.Text.Json;
using FocBot.Edge;

namespace FocBot.Channels.Mcp;

/// <summary>
/// FocBot for assistants, by the Model Context Protocol (https://modelcontextprotocol.io): an assistant quotes the statements instead of
/// inventing what they say. Over HTTP at <c>/mcp</c>, and on standard input and output by <c>focbot mcp</c>. Read-only.
/// </summary>
static class McpChannel
{
    const string Instructions = """
        FocBot quotes published policy statements word for word, each quotation with its place.
        Ask a question with 'ask'; look for passages with 'search'; read one with 'get_passage'.
        Quote the returned text unchanged, in quotation marks, with its citation and address. Write no sentence of your own as if it stood in a statement.
        Where the outcome is not 'answered', say that the statement does not answer; the passages are then only the nearest ones.
        Before you show a quotation from elsewhere, check it with 'verify_quotation'.
        """;

    internal static void AddMcpOverHttp(this IServiceCollection services) => services.AddMcp().WithHttpTransport(transport => transport.Stateless = true);

    internal static void AddMcpOverStandardStreams(this IServiceCollection services) => services.AddMcp().WithStdioServerTransport();

    internal static void MapMcpOverHttp(this IEndpointRouteBuilder app) => app.MapMcp("/mcp").RequireRateLimiting(Limits.Questions)
        .RequireCors(AllowedOrigins.Policy).RefusesForeignOrigins();

    static IMcpServerBuilder AddMcp(this IServiceCollection services)
    {
        services.AddSingleton<McpResources>();
        services.AddSingleton<McpFaults>();
        return services
            .AddMcpServer(server =>
            {
                server.ServerInfo = new() { Name = "focbot", Title = "FocBot", Version = ProductVersion.Text };
                server.ServerInstructions = Instructions;
            })
            .WithTools<McpTools>(new JsonSerializerOptions(McpJson.Default.Options))
            .WithRequestFilters(filters => filters.AddCallToolFilter(next => (request, cancel) =>
                request.Services!.GetRequiredService<McpFaults>().WatchAsync(() => next(request, cancel))))
            .WithListResourcesHandler((request, _) => ValueTask.FromResult(ResourcesOf(request.Services).List()))
            .WithReadResourceHandler((request, _) => ValueTask.FromResult(ResourcesOf(request.Services).Read(request.Params.Uri)));
    }

    static McpResources ResourcesOf(IServiceProvider? services) => services!.GetRequiredService<McpResources>();
}
