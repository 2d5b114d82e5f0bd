using System.Text.Json;
using System.Text.Json.Serialization;
using FocBot.Core;
using FocBot.Core.Statements;
using FocBot.Edge;
using FocBot.Turns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FocBot.Channels.Api;

/// <summary>FocBot over HTTP: questions in, the machine form out.</summary>
static class ApiChannel
{
    const int MostHistory = 20;
    const string Channel = "api";

    internal static void AddApi(this IServiceCollection services)
    {
        services.AddApiDescription();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, MachineJson.Default);
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, VerificationJson.Default);
        });
    }

    internal static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api", IResult () => new RazorComponentResult<ApiPage>()).ExcludeFromDescription();
        var api = app.MapGroup("/api").RequireRateLimiting(Limits.Questions).RequireCors(AllowedOrigins.Policy).ProducesProblem(429);
        api.MapPost("/answers", PostAsync)
            .WithName("ask").WithSummary("Answers a question with excerpts of the statements.")
            .Accepts<MachineQuestion>("application/json").Produces<MachineAnswer>()
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503)
            .WithExamples(ApiExamples.Question, ApiExamples.AnswerAsync);
        api.MapGet("/answers", GetAsync)
            .WithName("askByAddress").WithSummary("The same for a question without a history.")
            .WithDescription("The question is part of the address, which proxies may write to their logs: programs that handle people's questions use POST.")
            .Produces<MachineAnswer>().ProducesProblem(400).ProducesProblem(503)
            .WithParameterExample("q", _ => ApiExamples.Asked).WithExamples(null, ApiExamples.AnswerAsync);
        api.MapPost("/verifications", Verifications.Verify)
            .WithName("verify").WithSummary("Whether quoted words stand in a statement: exact, altered or absent.")
            .Accepts<MachineQuotation>("application/json").Produces<MachineVerification>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415)
            .WithExamples(ApiExamples.Quotation, ApiExamples.VerificationAsync);
        api.MapGet("/statements", (Bot bot) => TypedResults.Ok<IReadOnlyList<StatementHead>>([.. bot.Catalogue.Statements.Select(StatementHead.Of)]))
            .WithName("statements").WithSummary("The statements that can be asked about.")
            .WithContentTag().WithExamples(null, ApiExamples.StatementsAsync);
        api.MapGet("/statements/{id}", Results<Ok<WholeStatement>, ProblemHttpResult> (string id, Bot bot) =>
                bot.Catalogue.Statements.FirstOrDefault(s => s.Id == id) is { } statement
                    ? TypedResults.Ok(WholeStatement.Of(statement))
                    : TypedResults.Problem("There is no statement of that id. GET /api/statements lists them.", statusCode: 404))
            .WithName("statement").WithSummary("A statement with all its passages.").ProducesProblem(404)
            .WithContentTag().WithParameterExample("id", bot => bot.Catalogue.Statements[0].Id).WithExamples(null, ApiExamples.StatementAsync);
    }

    static async Task<IResult> PostAsync(HttpRequest request, AnswerComposer composer, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
            return Problem(415, "Send the question as JSON: Content-Type: application/json.");
        try
        {
            return await AnswerAsync(await JsonSerializer.DeserializeAsync(request.Body, MachineJson.Default.MachineQuestion, cancel), composer, cancel);
        }
        catch (JsonException)
        {
            return Problem(400, "The body is not of the form {\"question\": \"...\", \"history\": [\"...\"]}.");
        }
        catch (BadHttpRequestException fault)
        {
            return Problem(fault.StatusCode, fault.Message);
        }
    }

    static Task<IResult> GetAsync(string? q, AnswerComposer composer, CancellationToken cancel) =>
        AnswerAsync(new() { Question = q ?? "" }, composer, cancel);

    static async Task<IResult> AnswerAsync(MachineQuestion? question, AnswerComposer composer, CancellationToken cancel)
    {
        var wrong = question switch
        {
            null => "The body is empty.",
            { Question: var text } when string.IsNullOrWhiteSpace(text) => "The question is empty.",
            { Question.Length: > Question.MaxLength } => $"The question is longer than {Question.MaxLength} characters.",
            { History: { Count: > MostHistory } } => $"The history holds more than {MostHistory} questions.",
            { History: { } history } when history.Any(h => h is null || h.Length > Question.MaxLength) =>
                $"A question of the history is empty or longer than {Question.MaxLength} characters.",
            _ => null,
        };
        return wrong is null ? TypedResults.Ok(MachineAnswer.Of(await composer.ComposeAsync(question!.Read(), Channel, cancel))) : Problem(400, wrong);
    }

    static ProblemHttpResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}

/// <summary>What a statement is, without its text.</summary>
sealed record StatementHead(string Id, string Title, string Issuer, string Date, string Language, string? Source, int Passages, int Recommendations)
{
    internal static StatementHead Of(Statement s) =>
        new(s.Id, s.Front.Title, s.Front.Issuer, s.Front.Date, s.Front.Language, s.Front.Source, s.Passages.Count, s.Recommendations.Count);
}

/// <summary>A statement with its passages, in order.</summary>
sealed record WholeStatement(StatementHead Statement, IReadOnlyList<WholePassage> Passages)
{
    internal static WholeStatement Of(Statement s) => new(StatementHead.Of(s), [.. s.Passages.Select(WholePassage.Of)]);
}

/// <summary>A passage: kind is one of paragraph, recommendation, date, footnote, link.</summary>
sealed record WholePassage(string Id, string Kind, string? Section, string Text, string Citation, string Address)
{
    internal static WholePassage Of(Passage p)
    {
        var citation = new Excerpt(p, p.Sentences[0]).Citation;
        return new(p.Id.ToString(), p.Kind.ToString().ToLowerInvariant(), p.Section, p.Text, citation.Text, citation.Address);
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<StatementHead>))]
[JsonSerializable(typeof(WholeStatement))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
sealed partial class ApiJson : JsonSerializerContext;
