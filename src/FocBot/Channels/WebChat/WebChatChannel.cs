using FocBot.Core;
using FocBot.Pages;
using FocBot.Storage;

namespace FocBot.Channels.WebChat;

/// <summary>The chat page. It keeps nothing on the server: the page itself carries the earlier questions.</summary>
static class WebChatChannel
{
    // A question and all that the page carries of those before it, in any script, as a form writes it.
    const int LargestForm = (Question.MaxHistory + 2) * ((Question.MaxLength * 9) + 64);

    internal static void MapWebChat(this WebApplication app)
    {
        app.MapAssets();
        app.MapGet("/", async (Bot bot) => Page.Show("FocBot: ask a policy statement", await ChatPage.BodyAsync(bot, [], "", Core.Users.AnonymousUser.Instance))).ExcludeFromDescription();
        app.MapPost("/", async (HttpRequest request, Bot bot, UserStates users, CancellationToken cancel) =>
        {
            var (question, history) = await Read(request, cancel);
            return await WebUser.ServeAsync(request.HttpContext, users, async user => Page.Show("FocBot: ask a policy statement", question.Length > Question.MaxLength
                ? await ChatPage.BodyAsync(bot, history, question, user, ChatPage.TooLong)
                : await ChatPage.BodyAsync(bot, [.. history, question], "", user)));
        }).RequireRateLimiting(Limits.Questions).ExcludeFromDescription().Holds(LargestForm);
        app.MapPost("/turn", async (HttpRequest request, Bot bot, UserStates users, CancellationToken cancel) =>
        {
            var (question, history) = await Read(request, cancel);
            return await WebUser.ServeAsync(request.HttpContext, users, async user => Page.Piece(question.Length > Question.MaxLength
                ? Html.Of($"<p class=\"note\" role=\"alert\">{ChatPage.TooLong}</p>")
                : await ChatPage.TurnAsync(bot, [.. history, question], user)));
        }).RequireRateLimiting(Limits.Questions).ExcludeFromDescription().Holds(LargestForm);
    }

    static async Task<(string Question, List<string> History)> Read(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
            return ("", []);
        var form = await request.ReadFormAsync(cancel);
        var history = form["history"].OfType<string>().Where(q => q.Length <= Question.MaxLength).TakeLast(Question.MaxHistory).ToList();
        return (form["question"].ToString(), history);
    }
}
