namespace FocBot.Channels.Api;

/// <summary>The API's own description, OpenAPI 3.1.</summary>
static class ApiDescription
{
    const string Document = "v1";

    internal static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "FocBot", Version = Document, Description = "Verbatim, cited excerpts of policy statements." };
                // The address depends on who asks: clients take the one that they found this document at.
                document.Servers = [];
                return Task.CompletedTask;
            });
        });

    internal static void MapApiDescription(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json");
}
