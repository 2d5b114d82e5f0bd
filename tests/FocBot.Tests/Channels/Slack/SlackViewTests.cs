using System.Text.Json.Nodes;
using FocBot.Channels.Slack;

namespace FocBot.Tests.Channels.Slack;

/// <summary>Windows and the home tab.</summary>
public abstract class SlackViewTests(SlackServer slack)
{
    [Fact]
    public async Task A_window_opens_while_its_conversation_waits_for_Slack()
    {
        var (hanging, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        slack.Slack.Interrupt = async (method, _) =>
        {
            if (method != "chat.postMessage")
                return false;
            hanging.TrySetResult();
            await released.Task;
            return false;
        };
        await slack.Send(SlackEnvelope.Events, slack.Event("encryption", channel: "D20"));
        await hanging.Task;
        var action = Shortcut("message_action", new() { ["text"] = "our government blocks websites" });
        action["channel"] = new JsonObject { ["id"] = "D20" };
        await slack.Send(SlackEnvelope.Interactive, action);
        Assert.Contains("censorship", SlackServer.Words((await slack.Slack.Next("views.open")).Arguments["view"]!), StringComparison.Ordinal);
        slack.Slack.Interrupt = (_, _) => Task.FromResult(false);
        released.SetResult();
        await slack.Slack.Next();
    }

    [Theory]
    [InlineData("""{"text":"","attachments":[{"text":"our government blocks websites"}]}""")]
    [InlineData("""{"bot_id":"B1","text":"Alert","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"our government blocks websites"}}]}""")]
    public async Task The_message_shortcut_finds_the_words_of_any_message(string message)
    {
        await slack.Send(SlackEnvelope.Interactive, Shortcut("message_action", (JsonObject)JsonNode.Parse(message)!));
        Assert.Contains("censorship", SlackServer.Words((await slack.Slack.Next("views.open")).Arguments["view"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_words_gets_a_window_that_says_so_and_asks()
    {
        await slack.Send(SlackEnvelope.Interactive, Shortcut("message_action", new() { ["text"] = ":wave:", ["files"] = new JsonArray(new JsonObject()) }));
        var view = (await slack.Slack.Next("views.open")).Arguments["view"]!;
        Assert.Contains("no words", SlackServer.Words(view), StringComparison.Ordinal);
        Assert.Equal("input", view["blocks"]!.AsArray().Last()!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_windows_second_question_goes_on_from_its_first()
    {
        await slack.Send(SlackEnvelope.Interactive, Shortcut("shortcut", null));
        var opened = (await slack.Slack.Next("views.open")).Arguments["view"]!;
        var first = (await slack.Send(SlackEnvelope.Interactive, Submission(opened, "recommendation 3")))!["view"]!;
        var second = (await slack.Send(SlackEnvelope.Interactive, Submission(first, "next")))!["view"]!;
        Assert.Contains(ShippedContent.Statement.Recommendations[3].Text, SlackServer.Words(second), StringComparison.Ordinal);
        // A field of another name is empty again.
        Assert.NotEqual(BlockOf(first), BlockOf(second));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public async Task What_is_wrong_with_a_question_is_shown_in_the_window(string? typed)
    {
        await slack.Send(SlackEnvelope.Interactive, Shortcut("shortcut", null));
        var opened = (await slack.Slack.Next("views.open")).Arguments["view"]!;
        var answered = (await slack.Send(SlackEnvelope.Interactive, Submission(opened, typed)))!;
        Assert.Equal("errors", answered["response_action"]!.GetValue<string>());
        Assert.Contains("type a question", answered["errors"]![BlockOf(opened)]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_in_a_window_is_answered_in_the_window()
    {
        await slack.Send(SlackEnvelope.Interactive, Shortcut("message_action", new() { ["text"] = "encryption" }));
        var view = (await slack.Slack.Next("views.open")).Arguments["view"]!;
        var pressed = slack.Pressed(SlackServer.Buttons(view).First().Value["value"]!.GetValue<string>(), "say-0");
        pressed["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V1" };
        pressed["view"] = new JsonObject { ["id"] = "V1", ["type"] = "modal", ["private_metadata"] = view["private_metadata"]!.GetValue<string>() };
        await slack.Send(SlackEnvelope.Interactive, pressed);
        Assert.Equal("V1", (await slack.Slack.Next("views.update")).Arguments["view_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_trigger_that_has_ended_costs_nothing_but_a_log_line()
    {
        slack.Slack.Refuse("views.open", new() { ["ok"] = false, ["error"] = "expired_trigger_id" });
        Assert.Null(await slack.Send(SlackEnvelope.Interactive, Shortcut("shortcut", null)));
        Assert.Contains("expired_trigger_id", (await slack.Logs.FirstAsync("a window was not opened")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_tab_shows_the_persons_progress_and_whom_to_ask()
    {
        await slack.Answer(slack.Event("quiz", channel: "D30"));
        await slack.Send(SlackEnvelope.Events, new()
        {
            ["type"] = "event_callback",
            ["team_id"] = "T1",
            ["event_id"] = $"{Guid.NewGuid()}",
            ["event"] = new JsonObject { ["type"] = "app_home_opened", ["user"] = "U1", ["tab"] = "home" }
        });
        var published = (await slack.Slack.Next("views.publish")).Arguments;
        Assert.Equal("U1", published["user_id"]!.GetValue<string>());
        var home = SlackServer.Words(published["view"]!);
        Assert.Contains("You have answered", home, StringComparison.Ordinal);
        Assert.Contains("Continue the tour", home, StringComparison.Ordinal);
        Assert.Contains("/privacy|Privacy", home, StringComparison.Ordinal);
    }

    JsonObject Shortcut(string type, JsonObject? message) => new()
    {
        ["type"] = type,
        ["callback_id"] = "find",
        ["trigger_id"] = Guid.NewGuid().ToString(),
        ["team"] = new JsonObject { ["id"] = "T1" },
        ["user"] = new JsonObject { ["id"] = "U1" },
        ["message"] = message,
    };

    static JsonObject Submission(JsonNode view, string? typed) => new()
    {
        ["type"] = "view_submission",
        ["team"] = new JsonObject { ["id"] = "T1" },
        ["user"] = new JsonObject { ["id"] = "U1" },
        ["view"] = new JsonObject
        {
            ["id"] = "V1",
            ["callback_id"] = "ask",
            ["private_metadata"] = view["private_metadata"]!.GetValue<string>(),
            ["state"] = new JsonObject
            {
                ["values"] = new JsonObject
                {
                    [BlockOf(
                view)] = new JsonObject { ["typed"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = typed } }
                }
            },
        },
    };

    static string BlockOf(JsonNode view) => view["blocks"]!.AsArray().Last()!["block_id"]!.GetValue<string>();
}

public sealed class SlackViewOverHttpTests(SlackServer slack) : SlackViewTests(slack), IClassFixture<SlackServer>;

public sealed class SlackViewBySocketTests(SlackSocketServer slack) : SlackViewTests(slack), IClassFixture<SlackSocketServer>;
