using FocBot.Core;
using FocBot.Core.Users;
using FocBot.Pages;

namespace FocBot.Channels.WebChat;

/// <summary>The chat page as markup: the conversation so far, and the box to ask in.</summary>
static class ChatPage
{
    internal static string TooLong { get; } = $"Your question is longer than {Question.MaxLength} characters. Please shorten it.";

    /// <summary>The page after these questions; answers are found anew, so that nothing needs to be kept.</summary>
    internal static async Task<Html> BodyAsync(Bot bot, IReadOnlyList<string> questions, string typed, IUserState user, string? note = null)
    {
        var turns = new List<Html>();
        for (var n = 1; n <= questions.Count; n++)
            turns.Add(await TurnAsync(bot, [.. questions.Take(n)], n == questions.Count ? user : AnonymousUser.Instance));
        return Html.Of($"""
        <main id="main" class="chat">
        <h1>Ask the statement</h1>
        {Html.When(questions.Count == 0, () => Welcome(bot))}
        <div id="turns" aria-live="polite">{Html.Join(turns, turn => turn)}</div>
        <form id="ask" method="post" action="/" data-remembers="{Question.MaxHistory}">
        {Hidden(questions)}
        {Html.When(note is not null, () => Html.Of($"<p class=\"note\" role=\"alert\">{note}</p>"))}
        <label for="question">Your question</label>
        <div class="box"><textarea id="question" name="question" rows="2" maxlength="{Question.MaxLength}" required autocomplete="off"{Html.When(questions.Count == 0, () => Html.Of($" autofocus"))}>{typed}</textarea><button type="submit">Ask</button></div>
        <p class="hint">Your questions are not stored and go to nobody else.</p>
        </form>
        </main>
        """);
    }

    /// <summary>One question and its answer; the earlier ones are what it may lean on.</summary>
    internal static async Task<Html> TurnAsync(Bot bot, IReadOnlyList<string> questions, IUserState user)
    {
        var answer = await bot.ReplyAsync(new(questions[^1], [.. questions.SkipLast(1)]) { User = user });
        return Html.Of($"""
            <section class="turn" aria-label="Answer">
            <p class="asked" dir="auto"><span class="quiet">You asked: </span>{questions[^1]}</p>
            {AnswerMarkup.Of(answer)}
            <form method="post" action="/" class="choices">{Hidden(questions)}{Html.Join(answer.Choices, c => Html.Of($"<button name=\"question\" value=\"{c.Says}\">{c.Label}</button>"))}</form>
            </section>
            """);
    }

    static Html Welcome(Bot bot) => Html.Of($"""
        <section class="welcome">
        <p>Ask in your own words. You get the passage that answers, word for word, with the place where it stands. If the statement is silent, you are told so.</p>
        {Html.Join(bot.Catalogue.Statements, s => Html.Of($"<p class=\"shelf\"><a href=\"/statements/{s.Id}\">{s.Front.Title}</a><br><span class=\"quiet\">{s.Front.Issuer}, {s.Front.Date}</span></p>"))}
        <form method="post" action="/" class="choices">{Html.Join(Starters, c => Html.Of($"<button name=\"question\" value=\"{c.Says}\">{c.Label}</button>"))}</form>
        </section>
        """);

    static IReadOnlyList<Choice> Starters => Core.Answering.ReplyTemplates.Starters;

    static Html Hidden(IEnumerable<string> questions) =>
        Html.Join(questions, q => Html.Of($"<input type=\"hidden\" name=\"history\" value=\"{q}\">"));
}
