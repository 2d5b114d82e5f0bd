using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Core.Quotations;
using FocBot.Core.Statements;

namespace FocBot.Channels.Slack;

/// <summary>The views: the window that answers and asks, the one with words to copy, the home tab.</summary>
/// <remarks>Source: https://docs.slack.dev/surfaces/modals, https://docs.slack.dev/surfaces/app-home.</remarks>
static class SlackViews
{
    internal const string AskCallback = "ask";

    // Slack takes 100 blocks in a view.
    const int MostBlocks = 100;

    // The home tab's library, and the place of the block before which it stands.
    const int MostStatements = 20, AfterStarters = 4;

    /// <summary>An answer, with a field for the next question.</summary>
    /// <param name="conversation">The conversation of the window.</param>
    /// <param name="number">How many questions were asked in it.</param>
    internal static JsonObject Answer(Answer answer, Func<string, string> absolute, string conversation, int number) =>
        Asking([.. BlockKitAnswer.Blocks(answer, absolute, SlackSurface.View).Take(MostBlocks - 1)], answer.Labels, conversation, number);

    /// <summary>A field for a question.</summary>
    /// <param name="before">A line above it; null for none.</param>
    internal static JsonObject Ask(string conversation, Labels labels, string? before = null) =>
        Asking(before is null ? [] : [BlockKitAnswer.Words(before)], labels, conversation, 0);

    /// <summary>A paragraph as it stands.</summary>
    internal static JsonObject Passage(Excerpt excerpt, Labels labels, Func<string, string> absolute) =>
        Modal("passage", [QuotationBlocks.Paragraph(excerpt), QuotationBlocks.Citation(excerpt, labels, absolute)]);

    /// <summary>A citation to copy: with the quotation, alone, and the link.</summary>
    internal static JsonObject Citation(Excerpt excerpt, Func<string, string> absolute) => Modal("citation",
    [
        BlockKitAnswer.Words("Copy what you need:"),
        QuotationBlocks.Preformatted($"\u201C{excerpt.Text}\u201D ({excerpt.Citation.Text})"),
        QuotationBlocks.Preformatted(excerpt.Citation.Text),
        QuotationBlocks.Preformatted(excerpt.Citation.SourceAddress ?? absolute(excerpt.Citation.Address)),
    ]);

    /// <summary>The home tab of a person.</summary>
    /// <param name="starters">What can be asked first.</param>
    /// <param name="progress">How far the person is.</param>
    /// <param name="contact">Whom to ask for help in this workspace; empty where nobody is named.</param>
    internal static JsonObject Home(Catalogue catalogue, IReadOnlyList<Choice> starters, Func<string, string> absolute, Answer progress, string contact)
    {
        var titles = catalogue.Statements is [var only] ? $"{only.Front.Title} ({only.Front.Issuer}, {only.Front.Date})"
            : $"{catalogue.Statements.Count} statements";
        var ask = Input("question", progress.Labels);
        ask["dispatch_action"] = true;
        List<JsonObject> blocks =
        [
            new() { ["type"] = "header", ["text"] = BlockKitAnswer.Plain("Ask what the statement says") },
            ask,
            BlockKitAnswer.Words($"I quote the statement word for word, with the place where it stands: {titles}. Where it is silent, I say so."),
            Buttons("home", [.. starters, new("Topics", "topics")]),
            new() { ["type"] = "header", ["text"] = BlockKitAnswer.Plain("Your progress") },
            BlockKitAnswer.Words(progress.Lead),
            Buttons("progress", [new("Continue the tour", "continue tour"), new("Take the quiz", "quiz"), new("What is stored about me", "privacy")]),
            new() { ["type"] = "divider" },
        ];
        if (catalogue.Statements.Count > 1)
            blocks.InsertRange(AfterStarters, Library(catalogue, absolute));
        if (contact.Length > 0)
            blocks.Add(BlockKitAnswer.Words($"Help in this workspace: {contact}"));
        blocks.Add(new()
        {
            ["type"] = "context",
            ["elements"] = new JsonArray(new JsonObject
            {
                ["type"] = "mrkdwn",
                ["text"] = $"Your questions are written to no log and go to nobody else. <{absolute("/privacy")}|Privacy> · <{absolute("/")}|Support and "
                    + $"web page>",
            }),
        });
        return new() { ["type"] = "home", ["blocks"] = new JsonArray([.. blocks]) };
    }

    // The newest first; each with a button that asks it alone.
    static IEnumerable<JsonObject> Library(Catalogue catalogue, Func<string, string> absolute) =>
    [
        new() { ["type"] = "header", ["text"] = BlockKitAnswer.Plain("Statements") },
        .. catalogue.Statements.OrderByDescending(s => s.Front.Issued).Take(MostStatements).Select(s =>
        {
            var block = BlockKitAnswer.Words($"{s.Front.Title} ({s.Front.Issuer}, {s.Front.Date})");
            block["accessory"] = BlockKitAnswer.Button("Ask it alone", $"use only {s.Id}", $"statement-{s.Id}");
            return block;
        }),
        new()
        {
            ["type"] = "context",
            ["elements"] = new JsonArray(new JsonObject
            {
                ["type"] = "mrkdwn",
                ["text"] = $"<{absolute("/statements")}|All {catalogue.Statements.Count} statements> · <{absolute("/compare")}|Compare what they say>",
            }),
        },
    ];

    static JsonObject Buttons(string id, IReadOnlyList<Choice> choices) => new()
    {
        ["type"] = "actions",
        ["elements"] = new JsonArray([.. choices.Select((choice, i) => BlockKitAnswer.Button(choice.Label, choice.Says, $"{id}-{i}"))]),
    };

    static JsonObject Asking(List<JsonObject> blocks, Labels labels, string conversation, int number)
    {
        // A field of a new name is empty: the last question does not stand in it.
        var modal = Modal(AskCallback, [.. blocks, Input($"question-{number}", labels)]);
        modal["submit"] = BlockKitAnswer.Plain(labels.Ask);
        modal["close"] = BlockKitAnswer.Plain(labels.Close);
        modal["private_metadata"] = $"{conversation}|{number}";
        return modal;
    }

    static JsonObject Input(string block, Labels labels) => new()
    {
        ["type"] = "input",
        ["block_id"] = block,
        ["label"] = BlockKitAnswer.Plain(labels.YourQuestion),
        ["element"] = new JsonObject
        {
            ["type"] = "plain_text_input",
            ["action_id"] = "typed",
            ["max_length"] = Question.MaxLength,
            ["dispatch_action_config"] = new JsonObject { ["trigger_actions_on"] = new JsonArray("on_enter_pressed") },
        },
    };

    static JsonObject Modal(string callback, List<JsonObject> blocks) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = callback,
        ["title"] = BlockKitAnswer.Plain("FocBot"),
        ["close"] = BlockKitAnswer.Plain("Close"),
        ["blocks"] = new JsonArray([.. blocks]),
    };
}
