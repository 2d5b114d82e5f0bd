using System.Text.Json.Nodes;
using FocBot.Core;

namespace FocBot.Channels.Teams;

/// <summary>An answer as an Adaptive Card, version 1.5, the newest that Teams shows everywhere.</summary>
/// <remarks>Words stand in text runs only, which know no markup: nothing that was typed or quoted can turn into a link or a mention.</remarks>
static class TeamsCard
{
    internal const int MostActions = 6;

    const string SeeAlsoId = "see-also";

    internal static JsonObject Of(Answer answer, Func<string, string> absolute)
    {
        var together = answer.IsList || answer.Kind != AnswerKind.Answered;
        var further = together ? [] : answer.Excerpts.Skip(1).ToList();
        var body = new List<JsonObject> { Lead(answer) };
        if (answer.Kind == AnswerKind.Silent && answer.Excerpts.Count > 0)
            body.Add(Container([Block([Run(answer.Labels.Closest, bold: true)])], answer.Labels.IsRightToLeft));
        foreach (var excerpt in together ? answer.Excerpts : answer.Excerpts.Take(1))
            body.Add(Quotation(excerpt, absolute));
        var actions = new List<JsonObject>();
        if (further.Count > 0)
        {
            var hidden = Container([.. further.Select(e => Quotation(e, absolute))], rightToLeft: false);
            (hidden["id"], hidden["isVisible"]) = (SeeAlsoId, false);
            body.Add(hidden);
            actions.Add(new JsonObject { ["type"] = "Action.ToggleVisibility", ["title"] = $"{answer.Labels.SeeAlso} ({further.Count})", ["targetElements"] = new JsonArray(SeeAlsoId) });
        }

        foreach (var choice in answer.Choices.Take(MostActions - actions.Count))
            actions.Add(new JsonObject { ["type"] = "Action.Submit", ["title"] = choice.Label, ["data"] = new JsonObject { ["says"] = choice.Says } });
        return Card(body, actions, PlainAnswer.Of(answer, absolute), answer.Labels.Language);
    }

    /// <summary>One quotation, for a message in which somebody cites it.</summary>
    internal static JsonObject Of(Excerpt excerpt, Func<string, string> absolute) =>
        Card([Quotation(excerpt, absolute)], [], $"\u201C{excerpt.Text}\u201D\n{excerpt.Citation.Text}\n{absolute(excerpt.Citation.Address)}", excerpt.Passage.Front.Language);

    static JsonObject Card(List<JsonObject> body, List<JsonObject> actions, string plain, string language)
    {
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["lang"] = language,
            ["fallbackText"] = plain,
            ["body"] = new JsonArray([.. body]),
        };
        if (actions.Count > 0)
            card["actions"] = new JsonArray([.. actions]);
        return card;
    }

    static JsonObject Lead(Answer answer) =>
        Container([.. answer.Lead.Split('\n').Select(line => Block([Run(line)]))], answer.Labels.IsRightToLeft);

    static JsonObject Quotation(Excerpt excerpt, Func<string, string> absolute)
    {
        var container = Container(
        [
            Block(
            [
                Run("\u201C" + excerpt.Text[..excerpt.KeySpan.Start]),
                Run(excerpt.Key, bold: true),
                Run(excerpt.Text[excerpt.KeySpan.End..] + "\u201D"),
            ]),
            Block(
            [
                Run($"{excerpt.Citation.Text}. Receipt {excerpt.Passage.Receipt}. ", small: true),
                Link($"View paragraph {excerpt.Passage.Id.Number} in the browser", absolute(excerpt.Citation.Address)),
            ]),
        ], rightToLeft: false);
        container["style"] = "emphasis";
        return container;
    }

    static JsonObject Container(IEnumerable<JsonObject> items, bool rightToLeft)
    {
        var container = new JsonObject { ["type"] = "Container", ["spacing"] = "Medium", ["items"] = new JsonArray([.. items]) };
        if (rightToLeft)
            container["rtl"] = true;
        return container;
    }

    static JsonObject Block(IEnumerable<JsonObject> runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray([.. runs.Where(r => r["text"]!.GetValue<string>().Length > 0)]) };

    static JsonObject Run(string text, bool bold = false, bool small = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (bold)
            run["weight"] = "Bolder";
        if (small)
            (run["size"], run["isSubtle"]) = ("Small", true);
        return run;
    }

    static JsonObject Link(string text, string address)
    {
        var run = Run(text, small: true);
        run.Remove("isSubtle");
        run["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = address };
        return run;
    }
}
