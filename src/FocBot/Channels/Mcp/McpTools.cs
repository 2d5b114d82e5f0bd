using System.ComponentModel;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Turns;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace FocBot.Channels.Mcp;

/// <summary>What an assistant can do with the statements; all of it reads, nothing is stored.</summary>
[McpServerToolType]
sealed class McpTools(Bot bot, AnswerComposer composer, IOptions<ServerOptions> server)
{
    const string Channel = "mcp";
    const int MostHistory = 20, MostPassages = 20, LongestQuotation = 10_000;

    [McpServerTool(Name = "ask", Title = "Ask what the statements say", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Answers a question about the policy statements with verbatim, cited passages, or says that they are silent.")]
    public async Task<McpAnswer> AskAsync(
        [Description("The question, in any language; at most 2,000 characters.")] string question,
        [Description("The person's earlier questions, oldest first, so that a follow-up is understood; at most 20.")] string[]? history = null,
        CancellationToken cancel = default)
    {
        if (history is { Length: > MostHistory } || history?.Any(h => h is null || h.Length > Question.MaxLength) == true)
            throw new McpException($"The history holds at most {MostHistory} questions of at most {Question.MaxLength} characters.");
        var answer = await ComposeAsync(new(Checked(question, "question"), history ?? []), cancel);
        return new(answer.Kind.ToString().ToLowerInvariant(), answer.Lead, Passages(answer.MainExcerpts), Passages(answer.FurtherExcerpts));
    }

    [McpServerTool(Name = "search", Title = "Search the statements", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Finds the passages nearest to some words, best first. Whether they answer a question is not judged: use 'ask' for that.")]
    public async Task<McpPassages> SearchAsync(
        [Description("Words or a question; at most 2,000 characters.")] string words,
        [Description("The most passages to return, from 1 to 20; 5 where it is left out.")] int? limit = null,
        CancellationToken cancel = default)
    {
        if (limit is < 1 or > MostPassages)
            throw new McpException($"'limit' is a number from 1 to {MostPassages}.");
        var answer = await ComposeAsync(new(Checked(words, "words")), cancel);
        return new(Passages([.. answer.Excerpts.Take(limit ?? 5)]));
    }

    [McpServerTool(Name = "get_passage", Title = "Read a passage", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("One passage by its id, verbatim, with its citation.")]
    public McpPassage GetPassage([Description("The id, such as foc-2020-cybersecurity#14: statement, '#', number.")] string id) =>
        PassageId.TryParse(id, out var parsed) && bot.Catalogue.Find(parsed) is { } passage
            ? McpPassage.Of(passage, server.Value)
            : throw new McpException($"There is no passage of that id. The statements are: {Ids()}; their passages are numbered from 1.");

    [McpServerTool(Name = "list_recommendations", Title = "List the recommendations",
        ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("What the statements recommend, word for word, in their order.")]
    public McpPassages ListRecommendations([Description("The id of one statement; all statements where it is left out.")] string? statement = null)
    {
        var statements = bot.Catalogue.Statements.Where(s => statement is null || s.Id == statement).ToList();
        return statements.Count > 0
            ? new([.. statements.SelectMany(s => s.Recommendations).Select(p => McpPassage.Of(p, server.Value))])
            : throw new McpException($"There is no statement of that id. The statements are: {Ids()}.");
    }

    [McpServerTool(Name = "verify_quotation", Title = "Verify a quotation", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Compares quoted words with the statements: exact, altered (with every difference) or absent.")]
    public McpVerification VerifyQuotation([Description("The quoted words; at most 10,000 characters.")] string quotation)
    {
        var verified = QuotationVerifier.Verify(bot.Catalogue.Statements, Checked(quotation, "quotation", LongestQuotation));
        return new(verified.Result.ToString().ToLowerInvariant(), [.. verified.Changes, .. verified.Notes],
            verified.Passage is { } passage ? McpPassage.Of(Quote.Around(passage, verified.Position), server.Value) : null);
    }

    async Task<Answer> ComposeAsync(Question question, CancellationToken cancel)
    {
        try
        {
            return await composer.ComposeAsync(question, Channel, cancel);
        }
        catch (TurnTooLongException)
        {
            throw new McpException(AnswerComposer.TookTooLong);
        }
    }

    static string Checked(string text, string name, int longest = Question.MaxLength) =>
        string.IsNullOrWhiteSpace(text) ? throw new McpException($"'{name}' is empty.")
        : text.Length > longest ? throw new McpException($"'{name}' is longer than {longest} characters.")
        : text;

    IReadOnlyList<McpPassage> Passages(IReadOnlyList<Excerpt> excerpts) => [.. excerpts.Select(e => McpPassage.Of(e, server.Value))];

    string Ids() => string.Join(", ", bot.Catalogue.Statements.Select(s => s.Id));
}
