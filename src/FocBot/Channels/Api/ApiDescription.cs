using FocBot.Core;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FocBot.Channels.Api;

/// <summary>The API's own description, OpenAPI 3.1.</summary>
/// <remarks>Made when somebody first asks for it, aside from the server: few do, and what it is made by is large.</remarks>
static class ApiDescription
{
    const string Document = "v1";

    internal static void MapApiDescription(this WebApplication app)
    {
        var written = new Lazy<Task<string>>(() => Write(app.Services.GetRequiredService<Bot>()));
        app.MapGet($"/openapi/{Document}.json", async () => TypedResults.Text(await written.Value, "application/json")).ExcludeFromDescription();
    }

    // Never started: it needs neither settings nor a log nor an address.
    static async Task<string> Write(Bot bot)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        builder.Services.AddSingleton(bot);
        builder.Services.AddLimits();
        builder.Services.AddApi();
        builder.Services.AddOpenApi(Document, options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "FocBot", Version = Document, Description = "Verbatim, cited excerpts of policy statements." };
            return Task.CompletedTask;
        }));
        await using var app = builder.Build();
        app.UseRouting();
        app.MapApi();
        app.UseEndpoints(_ => { });
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document).GetOpenApiDocumentAsync();
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
    }
}
