using FocBot.Core;
using FocBot.Core.Users;
using FocBot.Pages;
using FocBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FocBot.Channels.Web.Chat;

/// <summary>The chat page. The page itself carries the earlier questions; the server keeps none.</summary>
static class ChatEndpoints
{
    internal static string TooLong { get; } = $"Your question is longer than {Question.MaxLength} characters. Please shorten it.";

    internal static void MapChat(this WebApplication app)
    {
        app.MapGet("/", IResult (Bot bot) => Page(bot, [], "", null)).ExcludeFromDescription();
        app.MapPost("/", WholePageAsync).RequireRateLimiting(Limits.Questions).ExcludeFromDescription().Holds(ChatForm.LargestBody);
        app.MapPost("/turn", TurnAsync).RequireRateLimiting(Limits.Questions).ExcludeFromDescription().Holds(ChatForm.LargestBody);
    }

    // Without scripts: the whole conversation is answered again, so that nothing needs to be kept.
    static async Task<IResult> WholePageAsync(HttpContext context, Bot bot, UserStates users, CancellationToken cancel)
    {
        var form = await ChatForm.ReadAsync(context.Request, cancel);
        if (form.IsTooLong)
            return Page(bot, await AnswerAsync(bot, form.History, AnonymousUser.Instance, cancel), form.Latest.Words, TooLong);
        return await WebUser.ServeAsync(context, users, async user => Page(bot, await AnswerAsync(bot, form.All, user, cancel), "", null));
    }

    static async Task<IResult> TurnAsync(HttpContext context, Bot bot, UserStates users, CancellationToken cancel)
    {
        var form = await ChatForm.ReadAsync(context.Request, cancel);
        if (form.IsTooLong)
            return new RazorComponentResult<NoteView>(new { Text = TooLong });
        return await WebUser.ServeAsync(context, users, async user =>
            new RazorComponentResult<TurnView>(new { Turn = await AnswerAsync(bot, form.Latest, form.History, user, cancel), History = form.All, IsNewest = true }));
    }

    // Only the latest turn may change what is stored of the person.
    static async Task<IReadOnlyList<ChatTurn>> AnswerAsync(Bot bot, IReadOnlyList<Said> said, IUserState user, CancellationToken cancel)
    {
        var turns = new List<ChatTurn>();
        for (var n = 0; n < said.Count; n++)
            turns.Add(await AnswerAsync(bot, said[n], [.. said.Take(n)], n == said.Count - 1 ? user : AnonymousUser.Instance, cancel));
        return turns;
    }

    static async Task<ChatTurn> AnswerAsync(Bot bot, Said said, IReadOnlyList<Said> history, IUserState user, CancellationToken cancel) =>
        new(said, await bot.ReplyAsync(new(said.Words, [.. history.Select(h => h.Words)]) { User = user }, cancel));

    static RazorComponentResult<ChatPage> Page(Bot bot, IReadOnlyList<ChatTurn> turns, string typed, string? note) =>
        new(new { bot.Catalogue.Statements, Starters = bot.Starters(), Turns = turns, Typed = typed, Note = note });
}
