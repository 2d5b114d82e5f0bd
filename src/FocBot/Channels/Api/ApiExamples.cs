using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Core.Quotations;

namespace FocBot.Channels.Api;

/// <summary>Examples in the API's description. Those of responses are what the server answers to those of requests, so they are never out of date.</summary>
static class ApiExamples
{
    // A whole statement would bury the description.
    const int ShownPassages = 2;

    internal const string Asked = "Who may join the coalition?";

    internal static JsonNode Question { get; } = new JsonObject { ["question"] = Asked, ["history"] = new JsonArray("What is the FOC?") };

    internal static JsonNode Quotation { get; } = new JsonObject { ["quote"] = "respect for human rights" };

    internal static async Task<JsonNode?> AnswerAsync(Bot bot, CancellationToken cancel) =>
        JsonSerializer.SerializeToNode(MachineAnswer.Of(await bot.ReplyAsync(new(Asked), cancel)), MachineJson.Default.MachineAnswer);

    internal static Task<JsonNode?> VerificationAsync(Bot bot, CancellationToken cancel) =>
        Task.FromResult(JsonSerializer.SerializeToNode(Verifications.Of(bot, "respect for human rights"), VerificationJson.Default.MachineVerification));

    internal static Task<JsonNode?> StatementsAsync(Bot bot, CancellationToken cancel) => Task.FromResult(
        JsonSerializer.SerializeToNode([.. bot.Catalogue.Statements.Take(1).Select(StatementHead.Of)], ApiJson.Default.IReadOnlyListStatementHead));

    /// <summary>The first statement with its first passages.</summary>
    internal static Task<JsonNode?> StatementAsync(Bot bot, CancellationToken cancel)
    {
        var whole = WholeStatement.Of(bot.Catalogue.Statements[0]);
        var shown = whole with { Passages = [.. whole.Passages.Take(ShownPassages)] };
        return Task.FromResult(JsonSerializer.SerializeToNode(shown, ApiJson.Default.WholeStatement));
    }

    /// <summary>Shows a value of a parameter in the description.</summary>
    internal static RouteHandlerBuilder WithParameterExample(this RouteHandlerBuilder endpoint, string name, Func<Bot, string> example) =>
        endpoint.AddOpenApiOperationTransformer((operation, context, _) =>
        {
            if (operation.Parameters?.FirstOrDefault(p => p.Name == name) is Microsoft.OpenApi.OpenApiParameter parameter)
                parameter.Example = example(context.ApplicationServices.GetRequiredService<Bot>());
            return Task.CompletedTask;
        });

    /// <summary>Shows an endpoint's examples in the description.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="request">The body sent; null where there is none.</param>
    /// <param name="respond">Makes the body that comes back.</param>
    internal static RouteHandlerBuilder WithExamples(this RouteHandlerBuilder endpoint,
        JsonNode? request, Func<Bot, CancellationToken, Task<JsonNode?>> respond) =>
        endpoint.AddOpenApiOperationTransformer(async (operation, context, cancel) =>
        {
            if (request is not null && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true)
                body.Example = request.DeepClone();
            if (operation.Responses?.TryGetValue("200", out var answered) == true && answered.Content?.TryGetValue("application/json", out var content) == true)
                content.Example = await respond(context.ApplicationServices.GetRequiredService<Bot>(), cancel);
        });
}
