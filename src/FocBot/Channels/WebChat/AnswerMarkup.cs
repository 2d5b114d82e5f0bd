using FocBot.Core;
using FocBot.Pages;

namespace FocBot.Channels.WebChat;

/// <summary>An answer as markup: lead, excerpts with the key sentence marked, citations as links.</summary>
static class AnswerMarkup
{
    internal static Html Of(Answer answer)
    {
        var further = answer.FurtherExcerpts;
        return Html.Of($"""
            <div class="answer {Kind(answer)}" lang="{answer.Labels.Language}" dir="{(answer.Labels.IsRightToLeft ? "rtl" : "ltr")}">
            {Html.Join(answer.Lead.Split('\n'), line => Html.Of($"<p class=\"lead\">{line}</p>"))}
            {Html.When(answer.Kind == AnswerKind.Silent && answer.Excerpts.Count > 0, () => Html.Of($"<h2>{answer.Labels.Closest}</h2>"))}
            {Html.Join(answer.MainExcerpts, e => Excerpt(e, answer.Labels))}
            {Html.When(further.Count > 0, () => Html.Of($"<details><summary>{answer.Labels.SeeAlso} ({further.Count})</summary>{Html.Join(further, e => Excerpt(e, answer.Labels))}</details>"))}
            </div>
            """);
    }

    static Html Excerpt(Excerpt excerpt, Labels labels) => Html.Of($"""
        <figure>
        <blockquote lang="{excerpt.Passage.Front.Language}" dir="ltr">{Marked(excerpt)}</blockquote>
        <figcaption lang="en" dir="ltr">{excerpt.Citation.Text}. Receipt {excerpt.Passage.Receipt}. <a href="{excerpt.Citation.Address}"><span lang="{labels.Language}" dir="auto">{labels.OpenCitation}</span><span class="unseen"> at paragraph {excerpt.Passage.Id.Number}</span></a></figcaption>
        <button type="button" class="copy" data-words="{$"“{excerpt.Text}” ({excerpt.Citation.Text})"}">Copy with citation</button>
        </figure>
        """);

    static Html Marked(Excerpt excerpt) =>
        Html.Of($"{excerpt.Text[..excerpt.KeySpan.Start]}<mark>{excerpt.Key}</mark>{excerpt.Text[excerpt.KeySpan.End..]}");

    static string Kind(Answer answer) => answer.Kind.ToString().ToLowerInvariant();
}
