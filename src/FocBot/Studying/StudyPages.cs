using FocBot.Channels.WebChat;
using FocBot.Core;
using FocBot.Core.Commands;
using FocBot.Core.Statements;
using FocBot.Pages;
using FocBot.Storage;

namespace FocBot.Studying;

/// <summary>Pages to look things up and to learn: topics, recommendations, glossary, first week, certificate, drafts.</summary>
static class StudyPages
{
    internal static void MapStudying(this WebApplication app)
    {
        app.MapGet("/topics", (Bot bot) => Page.Show("Topics", Topics(bot.Catalogue))).ExcludeFromDescription();
        app.MapGet("/recommendations", (Bot bot, string? topic, string? addressee, string? strength) => Page.Show("Recommendations", RecommendationsPage.Body(bot.Catalogue, topic, addressee, strength))).ExcludeFromDescription();
        app.MapGet("/glossary", (Bot bot) => Page.Show("Glossary", Glossary(bot.Catalogue))).ExcludeFromDescription();
        app.MapGet("/first-week", () => Page.Show("Your first week", FirstWeek)).ExcludeFromDescription();
        app.MapGet("/certificate", (HttpContext context, Bot bot, UserStates users, TimeProvider time, string? name) =>
            WebUser.ServeAsync(context, users, async user =>
                Page.Show("Certificate", Certificate(bot, await Quiz.ProgressAsync(bot.Catalogue, user, context.RequestAborted), name, time)))).ExcludeFromDescription();
        app.MapGet("/drafts/{words}.docx", (string words, Bot bot) => Draft.Passages(bot.Catalogue, words.ToLowerInvariant()) is { Count: > 0 } passages
            ? Results.File(WordFile.Of(bot.Catalogue, passages), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "statement-quotations.docx")
            : Page.Show("Not found", Html.Of($"<main id=\"main\" class=\"chat\"><h1>There is no such draft</h1><p><a href=\"/topics\">See all topics</a></p></main>"), 404)).ExcludeFromDescription();
    }

    static Html Topics(Catalogue catalogue) => Html.Of($"""
        <main id="main" class="chat">
        <h1>Topics</h1>
        {Html.Join(catalogue.Statements, s => Html.Of($"<ul class=\"topics\">{Html.Join(s.Study.Topics, t => Html.Of($"<li>{t.Name}: {Html.Join(t.Passages, id => Html.Of($"<a href=\"{Address(id)}\" aria-label=\"para. {id.Number}, {t.Name}\">para. {id.Number}</a> "))}</li>"))}</ul>"))}
        </main>
        """);

    static Html Glossary(Catalogue catalogue) => Html.Of($"""
        <main id="main" class="chat">
        <h1>Glossary</h1>
        <dl>{Html.Join(catalogue.Statements.SelectMany(s => s.Study.Terms), t => Html.Of($"<dt>{t.Name}</dt><dd>{(t.Expansion.Length > 0 ? t.Expansion : "used but not defined in the text")} (<a href=\"{Address(t.Passage)}\" aria-label=\"para. {t.Passage.Number}, {t.Name}\">para. {t.Passage.Number}</a>)</dd>"))}</dl>
        </main>
        """);

    static Html FirstWeek { get; } = Html.Of($"""
        <main id="main" class="chat">
        <h1>Your first week with the statement</h1>
        <form method="post" action="/"><ol class="week">{Html.Join(Week.Days, d => Html.Of($"<li><strong>{d.Day}.</strong> {d.What} <button name=\"question\" value=\"{d.Says}\" aria-label=\"Start {d.Day}: {d.What}\">Start</button></li>"))}</ol></form>
        </main>
        """);

    static Html Certificate(Bot bot, (int Right, int All) progress, string? name, TimeProvider time) => progress.Right < progress.All
        ? Html.Of($"<main id=\"main\" class=\"chat\"><h1>Certificate</h1><p>You have answered {progress.Right} of {progress.All} questions rightly. The certificate is for those who have answered all of them.</p><form method=\"post\" action=\"/\" class=\"choices\"><button name=\"question\" value=\"quiz\">Go on with the quiz</button></form></main>")
        : Html.Of($"""
            <main id="main" class="certificate">
            <h1>Certificate</h1>
            {(string.IsNullOrWhiteSpace(name)
                ? Html.Of($"<form method=\"get\"><label for=\"name\">Your name, as it shall stand here (it is not kept)</label> <input id=\"name\" name=\"name\" maxlength=\"80\"> <button>Show</button></form>")
                : Html.Of($"<p class=\"name\">{name[..Math.Min(80, name.Length)]}</p>"))}
            <p>has answered all {progress.All} questions on</p>
            <p><em>{bot.Catalogue.Statements[0].Front.Title}</em><br>{bot.Catalogue.Statements[0].Front.Issuer}, {bot.Catalogue.Statements[0].Front.Date}</p>
            <p>{time.GetUtcNow().ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}</p>
            </main>
            """);

    internal static string Address(PassageId id) => $"/statements/{id.Statement}#{id.Number}";
}
