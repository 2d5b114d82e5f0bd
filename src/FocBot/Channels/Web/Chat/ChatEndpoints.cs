using FocBot.Core;
using FocBot.Core.Users;
using FocBot.Pages;
using FocBot.Storage;
using FocBot.Turns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FocBot.Channels.Web.Chat;

/// <summary>The chat page. The page itself carries the earlier questions; the server keeps none.</summary>
static class ChatEndpoints
{
    internal static string TooLong { get; } = $"Your question is longer than {Question.MaxLength} characters. Please shorten it.";

    internal static void MapChat(this WebApplication app)
    {
        app.MapGet("/", IResult (Bot bot) => Page(bot, [])).ExcludeFromDescription();
        MapPost(app, "/", WithUser(WholePageAsync));
        MapPost(app, "/turn", WithUser(TurnAsync));
    }

    /// <summary>The chat as a page inside another site: nothing is remembered there, so that no cookie is needed.</summary>
    internal static void MapEmbeddedChat(this IEndpointRouteBuilder app, string path)
    {
        app.MapGet(path, IResult (Bot bot) => Page(bot, [], isEmbedded: true)).ExcludeFromDescription();
        MapPost(app, path, (context, bot, cancel) => WholePageAsync(context, bot, AnonymousUser.Instance, isEmbedded: true, cancel));
        MapPost(app, $"{path}/turn", (context, bot, cancel) => TurnAsync(context, bot, AnonymousUser.Instance, cancel));
    }

    static void MapPost(IEndpointRouteBuilder app, string path, Func<HttpContext, Bot, CancellationToken, Task<IResult>> act) =>
        app.MapPost(path, (HttpContext context, Bot bot, CancellationToken cancel) => act(context, bot, cancel))
            .RequireRateLimiting(Limits.Questions).ExcludeFromDescription().Holds(ChatForm.LargestBody);

    static Func<HttpContext, Bot, CancellationToken, Task<IResult>> WithUser(Func<HttpContext, Bot, IUserState, CancellationToken, Task<IResult>> act) =>
        (context, bot, cancel) =>
            WebUser.ServeAsync(context, context.RequestServices.GetRequiredService<UserStates>(), user => act(context, bot, user, cancel));

    static Task<IResult> WholePageAsync(HttpContext context, Bot bot, IUserState user, CancellationToken cancel) =>
        WholePageAsync(context, bot, user, isEmbedded: false, cancel);

    // Without scripts: the whole conversation is answered again, so that nothing needs to be kept.
    static async Task<IResult> WholePageAsync(HttpContext context, Bot bot, IUserState user, bool isEmbedded, CancellationToken cancel)
    {
        var (form, composer) = (await ChatForm.ReadAsync(context.Request, cancel), ComposerOf(context));
        try
        {
            return form.IsTooLong
                ? Page(bot, await AnswerAsync(composer, form.History, AnonymousUser.Instance, cancel), form.Latest.Words, TooLong, isEmbedded)
                : Page(bot, await AnswerAsync(composer, form.All, user, cancel), isEmbedded: isEmbedded);
        }
        catch (TurnTooLongException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page(bot, [], form.Latest.Words, AnswerComposer.TookTooLong, isEmbedded);
        }
    }

    static async Task<IResult> TurnAsync(HttpContext context, Bot bot, IUserState user, CancellationToken cancel)
    {
        var form = await ChatForm.ReadAsync(context.Request, cancel);
        return form.IsTooLong
            ? new RazorComponentResult<NoteView>(new { Text = TooLong })
            : new RazorComponentResult<TurnView>(new
            {
                Turn = await AnswerAsync(ComposerOf(context), form.Latest, form.History, user, cancel),
                History = form.All,
                IsNewest = true,
                Scope = ChatScope.Of(bot.Catalogue, form.All),
            });
    }

    // Only the latest turn may change what is stored of the person.
    static async Task<IReadOnlyList<ChatTurn>> AnswerAsync(AnswerComposer composer, IReadOnlyList<Said> said, IUserState user, CancellationToken cancel)
    {
        var turns = new List<ChatTurn>();
        for (var n = 0; n < said.Count; n++)
            turns.Add(await AnswerAsync(composer, said[n], [.. said.Take(n)], n == said.Count - 1 ? user : AnonymousUser.Instance, cancel));
        return turns;
    }

    internal static async Task<ChatTurn> AnswerAsync(
        AnswerComposer composer, Said said, IReadOnlyList<Said> history, IUserState user, CancellationToken cancel) =>
        new(said, await composer.ComposeAsync(new(said.Words, [.. history.Select(h => h.Words)]) { User = user }, WebUser.Channel, cancel));

    static AnswerComposer ComposerOf(HttpContext context) => context.RequestServices.GetRequiredService<AnswerComposer>();

    static RazorComponentResult<ChatPage> Page(Bot bot, IReadOnlyList<ChatTurn> turns, string typed = "", string? note = null, bool isEmbedded = false) =>
        new(new { bot.Catalogue, Starters = bot.Starters(), Turns = turns, Typed = typed, Note = note, IsEmbedded = isEmbedded });
}
