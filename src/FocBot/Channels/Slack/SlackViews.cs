using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Channels.Slack;

/// <summary>The views: the modal that shows an answer, the one that asks, the home tab.</summary>
static class SlackViews
{
    internal const string AskCallback = "ask";

    internal static JsonObject Answer(Answer answer, Func<string, string> absolute) => Modal("answer", SlackMessage.Blocks(answer, absolute));

    internal static JsonObject Ask()
    {
        var modal = Modal(AskCallback, [Input()]);
        modal["submit"] = SlackMessage.Plain("Ask");
        return modal;
    }

    internal static JsonObject Home(Catalogue catalogue, IReadOnlyList<Choice> starters, Func<string, string> absolute)
    {
        var titles = string.Join("; ", catalogue.Statements.Select(s => $"{s.Front.Title} ({s.Front.Issuer}, {s.Front.Date})"));
        var ask = Input();
        ask["dispatch_action"] = true;
        List<JsonObject> blocks =
        [
            new() { ["type"] = "header", ["text"] = SlackMessage.Plain("Ask what the statement says") },
            ask,
            SlackMessage.Words($"I quote the statement word for word, with the place where it stands: {titles}. Where it is silent, I say so."),
            new()
            {
                ["type"] = "actions",
                ["elements"] = new JsonArray([.. starters.Append(new("Topics", "topics")).Select((c, i) => SlackMessage.Button(c.Label, c.Says, $"home-{i}"))]),
            },
            new() { ["type"] = "divider" },
            new()
            {
                ["type"] = "context",
                ["elements"] = new JsonArray(new JsonObject
                {
                    ["type"] = "mrkdwn",
                    ["text"] = $"Your questions are written to no log and go to nobody else. <{absolute("/privacy")}|Privacy> · <{absolute("/")}|Support and web page>",
                }),
            },
        ];
        return new() { ["type"] = "home", ["blocks"] = new JsonArray([.. blocks]) };
    }

    static JsonObject Input() => new()
    {
        ["type"] = "input",
        ["block_id"] = "question",
        ["label"] = SlackMessage.Plain("Your question"),
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
        ["title"] = SlackMessage.Plain("FocBot"),
        ["close"] = SlackMessage.Plain("Close"),
        ["blocks"] = new JsonArray([.. blocks]),
    };
}
