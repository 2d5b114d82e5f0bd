using System.Text.Json.Nodes;
using FocBot.Core;

namespace FocBot.Channels.Slack;

/// <summary>Where an answer is shown, which decides what can be pressed there.</summary>
enum SlackSurface
{
    /// <summary>A message that all in its conversation see.</summary>
    Message,

    /// <summary>A message that only the person who asked sees: it can be shared.</summary>
    Ephemeral,

    /// <summary>A message that somebody shared: nothing but the answer.</summary>
    Shared,

    /// <summary>A window, which has room for whole paragraphs.</summary>
    View,
}

/// <summary>An answer in Block Kit.</summary>
/// <remarks>
/// Words stand in plain text and in rich text elements, which know no markup: no mention or link can come alive.
/// Limits: https://docs.slack.dev/reference/block-kit/blocks.
/// </remarks>
static class BlockKitAnswer
{
    internal const int LongestValue = 2_000;

    internal const string Share = "share", CopyCitation = "copy-citation", ShowPassage = "passage", Feedback = "feedback", Liked = "like", Disliked = "dislike";

    /// <summary>The id of the block that shows how far somebody is.</summary>
    internal const string ProgressBlock = "progress";

    // Slack takes 50 blocks; one is left for the discreet line.
    const int MostBlocks = 49, MostCharacters = 12_000, LongestSection = 3_000, LongestLabel = 75, MostButtons = 25;

    /// <summary>The message, without where it goes.</summary>
    internal static JsonObject MessageOf(Answer answer, Func<string, string> absolute, SlackSurface surface = SlackSurface.Message)
    {
        for (var shown = answer.Excerpts.Count; ; shown--)
        {
            var part = shown == answer.Excerpts.Count ? answer : answer with
            {
                Excerpts = [.. answer.Excerpts.Take(shown)],
                Choices = [new(answer.Labels.More, $"paragraph {answer.Excerpts[shown].Passage.Id.Number}"), .. answer.Choices],
            };
            var blocks = Blocks(part, absolute, surface);
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

    /// <summary>The blocks alone, for windows and the home tab.</summary>
    internal static List<JsonObject> Blocks(Answer answer, Func<string, string> absolute, SlackSurface surface)
    {
        var main = answer.MainExcerpts.Count;
        var shortened = new List<Excerpt>();
        var blocks = new List<JsonObject>();
        blocks.AddRange(Pieces(answer.Lead).Select(Words));
        if (answer.Progress is { } progress)
        {
            var bar = QuotationBlocks.Context(progress.Bar);
            bar["block_id"] = ProgressBlock;
            blocks.Add(bar);
        }

        if (answer.Page is { } page)
            blocks.Add(QuotationBlocks.Page(page, absolute));
        for (var i = 0; i < answer.Excerpts.Count; i++)
        {
            if (i == 0 && answer.Kind == AnswerKind.Silent)
                blocks.Add(Words(answer.Labels.Closest));
            if (i == main)
                blocks.Add(Words(answer.Labels.SeeAlso));
            // What is no answer, or only beside it, shows its sentence; the paragraph is behind a button.
            var isShort = surface is SlackSurface.Message or SlackSurface.Ephemeral && (i >= main || answer.Kind == AnswerKind.Silent)
                && answer.Excerpts[i].Key.Length < answer.Excerpts[i].Text.Length;
            if (isShort)
                shortened.Add(answer.Excerpts[i]);
            blocks.Add(isShort ? QuotationBlocks.Sentence(answer.Excerpts[i]) : QuotationBlocks.Paragraph(answer.Excerpts[i]));
            blocks.Add(answer.ListSource is null ? QuotationBlocks.Citation(answer.Excerpts[i], answer.Labels, absolute)
                : QuotationBlocks.Place(answer.Excerpts[i], answer.Labels, absolute));
        }

        if (answer.ListSource is { } source)
            blocks.Add(QuotationBlocks.Source(source));
        var buttons = Buttons(answer, surface, shortened).Take(MostButtons).ToArray();
        if (buttons.Length > 0)
            blocks.Add(new() { ["type"] = "actions", ["elements"] = new JsonArray([.. buttons]) });
        if (surface == SlackSurface.Message && answer.Excerpts.Count > 0 && !answer.IsPersonal)
            blocks.Add(FeedbackButtons(answer.Labels));
        return blocks;
    }

    internal static JsonObject Button(string label, string says, string id) => new()
    {
        ["type"] = "button",
        ["action_id"] = id,
        ["text"] = Plain(SlackText.Cut(label, LongestLabel)),
        ["value"] = says.Length > LongestValue ? says[..LongestValue] : says,
    };

    internal static JsonObject Words(string text) => new() { ["type"] = "section", ["text"] = Plain(text) };

    internal static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };

    static IEnumerable<JsonObject> Buttons(Answer answer, SlackSurface surface, List<Excerpt> shortened)
    {
        if (surface == SlackSurface.Ephemeral && SharedAnswer.ToValue(answer) is { } shared)
            yield return Button(answer.Labels.Share, shared, Share);
        foreach (var (choice, i) in answer.Choices.Select((choice, i) => (choice, i)))
            yield return Button(choice.Label, choice.Says, $"say-{i}");
        if (surface is not (SlackSurface.Message or SlackSurface.Ephemeral))
            yield break;
        foreach (var (excerpt, i) in shortened.Select((excerpt, i) => (excerpt, i)))
            yield return Button(Labels.Of(answer.Labels.ShowNumbered, excerpt.Passage), $"{excerpt.Passage.Id}", $"{ShowPassage}-{i}");
        if (answer is { Kind: AnswerKind.Answered, Excerpts: [var first, ..] })
            yield return Button(answer.Labels.CopyCitation, $"{first.Passage.Id}", CopyCitation);
    }

    static JsonObject FeedbackButtons(Labels labels)
    {
        return new()
        {
            ["type"] = "context_actions",
            ["elements"] = new JsonArray(new JsonObject
            {
                ["type"] = "feedback_buttons",
                ["action_id"] = Feedback,
                ["positive_button"] = Rating(labels.GoodAnswer, Liked),
                ["negative_button"] = Rating(labels.BadAnswer, Disliked),
            }),
        };

        static JsonObject Rating(string label, string value) => new() { ["text"] = Plain(label), ["value"] = value };
    }

    // A section holds 3,000 characters; longer words go on in the next, cut between sentences or words.
    static IEnumerable<string> Pieces(string text)
    {
        while (text.Length > LongestSection)
        {
            var end = text.LastIndexOfAny(['.', '\n'], LongestSection - 1) is > 0 and var sentence ? sentence + 1
                : text.LastIndexOf(' ', LongestSection - 1) is > 0 and var word ? word
                : LongestSection;
            yield return text[..end];
            text = text[end..].TrimStart();
        }

        if (text.Length > 0)
            yield return text;
    }
}
