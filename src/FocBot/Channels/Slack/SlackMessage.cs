using System.Text.Json.Nodes;
using FocBot.Core;

namespace FocBot.Channels.Slack;

/// <summary>An answer in Block Kit.</summary>
/// <remarks>
/// Words stand in plain text and in rich text elements, which know no markup: no mention or link can come alive.
/// Limits: https://docs.slack.dev/reference/block-kit/blocks.
/// </remarks>
static class SlackMessage
{
    // Slack takes 50 blocks; one is left for the discreet line.
    const int MostBlocks = 49, MostCharacters = 12_000, LongestSection = 3_000, LongestLabel = 75, MostButtons = 25, LongestValue = 2_000;

    /// <summary>The message, without where it goes.</summary>
    internal static JsonObject Of(Answer answer, Func<string, string> absolute, string? shareQuestion = null)
    {
        for (var shown = answer.Excerpts.Count; ; shown--)
        {
            var part = shown == answer.Excerpts.Count ? answer : answer with
            {
                Excerpts = [.. answer.Excerpts.Take(shown)],
                Choices = [new("More", $"paragraph {answer.Excerpts[shown].Passage.Id.Number}"), .. answer.Choices],
            };
            var blocks = Blocks(part, absolute, shareQuestion);
            if (shown <= 1 || (blocks.Count <= MostBlocks && blocks.Sum(b => b.ToJsonString().Length) <= MostCharacters))
            {
                return new()
                {
                    ["text"] = SlackText.Escaped(PlainAnswer.Of(part, absolute)),
                    ["blocks"] = new JsonArray([.. blocks]),
                    ["unfurl_links"] = false,
                    ["unfurl_media"] = false,
                };
            }
        }
    }

    /// <summary>Makes what a notification or a preview shows neutral: both the text and the first block, for either may be shown.</summary>
    internal static void Quieten(JsonObject message)
    {
        const string neutral = "FocBot has answered.";
        message["text"] = neutral;
        (message["blocks"] as JsonArray)?.Insert(0, Words(neutral));
    }

    /// <summary>The blocks alone, for modals and the home tab.</summary>
    internal static List<JsonObject> Blocks(Answer answer, Func<string, string> absolute, string? shareQuestion = null)
    {
        var together = answer.IsList || answer.Kind != AnswerKind.Answered;
        var blocks = new List<JsonObject>();
        blocks.AddRange(Pieces(answer.Lead).Select(Words));
        for (var i = 0; i < answer.Excerpts.Count; i++)
        {
            if (i == 0 && answer.Kind == AnswerKind.Silent)
                blocks.Add(Words(answer.Labels.Closest));
            if (i == 1 && !together)
                blocks.Add(Words(answer.Labels.SeeAlso));
            blocks.Add(Quotation(answer.Excerpts[i]));
            blocks.Add(Citation(answer.Excerpts[i], absolute));
        }

        var buttons = answer.Choices.Select((choice, i) => Button(choice.Label, choice.Says, $"say-{i}"));
        if (shareQuestion is not null && answer.Excerpts.Count > 0)
            buttons = buttons.Prepend(Button("Share to channel", shareQuestion, "share"));
        if (buttons.Any())
            blocks.Add(new() { ["type"] = "actions", ["elements"] = new JsonArray([.. buttons.Take(MostButtons)]) });
        return blocks;
    }

    internal static JsonObject Button(string label, string says, string id) => new()
    {
        ["type"] = "button",
        ["action_id"] = id,
        ["text"] = Plain(label.Length > LongestLabel ? label[..(LongestLabel - 1)] + "\u2026" : label),
        ["value"] = says.Length > LongestValue ? says[..LongestValue] : says,
    };

    internal static JsonObject Words(string text) => new() { ["type"] = "section", ["text"] = Plain(text) };

    internal static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };

    static JsonObject Quotation(Excerpt excerpt)
    {
        var runs = new[] { Run("\u201C" + excerpt.Text[..excerpt.KeySpan.Start], bold: false), Run(excerpt.Key, bold: true), Run(excerpt.Text[excerpt.KeySpan.End..] + "\u201D", bold: false) };
        return new()
        {
            ["type"] = "rich_text",
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_quote", ["elements"] = new JsonArray([.. runs]) }),
        };
    }

    static JsonObject Run(string text, bool bold)
    {
        var run = new JsonObject { ["type"] = "text", ["text"] = text };
        if (bold)
            run["style"] = new JsonObject { ["bold"] = true };
        return run;
    }

    static JsonObject Citation(Excerpt excerpt, Func<string, string> absolute) => new()
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "mrkdwn",
            ["text"] = $"{SlackText.Escaped(excerpt.Citation.Text)}. Receipt {excerpt.Passage.Receipt}. <{SlackText.Escaped(absolute(excerpt.Citation.Address))}|View paragraph {excerpt.Passage.Id.Number} in the browser>",
        }),
    };

    // A section holds 3,000 characters; longer words go on in the next, cut between sentences or words.
    static IEnumerable<string> Pieces(string text)
    {
        while (text.Length > LongestSection)
        {
            var end = text.LastIndexOfAny(['.', '\n'], LongestSection - 1) is > 0 and var sentence ? sentence + 1 : text.LastIndexOf(' ', LongestSection - 1) is > 0 and var word ? word : LongestSection;
            yield return text[..end];
            text = text[end..].TrimStart();
        }

        if (text.Length > 0)
            yield return text;
    }
}
