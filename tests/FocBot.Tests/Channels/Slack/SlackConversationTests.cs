using System.Net;
using System.Text.Json.Nodes;
using FocBot.Channels.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.Channels.Slack;

/// <summary>What a person in Slack sees, through the real endpoints.</summary>
public sealed class SlackConversationTests(SlackServer slack) : IClassFixture<SlackServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static readonly string Shutdowns = ShippedContent.Statement.Find(12)!.Text;

    [Fact]
    public async Task The_address_is_proved_by_its_challenge()
    {
        var response = await slack.Deliver(new() { ["type"] = "url_verification", ["challenge"] = "3eZbrw1aB" });
        Assert.Equal("3eZbrw1aB", await response.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_direct_message_is_answered_with_quotation_citation_and_the_same_words_as_text()
    {
        var message = await slack.Ask(slack.Event("internet shutdowns for political reasons"));
        Assert.Equal("D1", message["channel"]!.GetValue<string>());
        Assert.Null(message["thread_ts"]);
        Assert.Contains(Shutdowns, SlackServer.Words(message), StringComparison.Ordinal);
        Assert.Contains(Shutdowns, message["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("para. 12", SlackServer.Words(message), StringComparison.Ordinal);
        Assert.Contains("/statements/foc-2020-cybersecurity#12|View", SlackServer.Words(message), StringComparison.Ordinal);
        Assert.False(message["unfurl_links"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_mention_is_answered_in_its_thread_and_its_twin_as_message_is_not()
    {
        var mention = slack.Event("<@UBOT> what about encryption?", "app_mention", "C1");
        var message = await slack.Ask(mention);
        Assert.Equal(mention["event"]!["ts"]!.GetValue<string>(), message["thread_ts"]!.GetValue<string>());
        var twin = (JsonObject)mention.DeepClone();
        (twin["event_id"], twin["event"]!["type"], twin["event"]!["thread_ts"]) = ("Ev-twin", "message", mention["event"]!["ts"]!.GetValue<string>());
        await slack.Deliver(twin);
        await slack.NothingElse();
    }

    [Fact]
    public async Task In_its_thread_the_bot_goes_on_without_a_mention_until_told_to_stop()
    {
        var mention = slack.Event("<@UBOT> what about encryption?", "app_mention", "C2");
        await slack.Ask(mention);
        var thread = mention["event"]!["ts"]!.GetValue<string>();
        Assert.Contains("journalists",
            SlackServer.Words(await slack.Ask(slack.Event("and for journalists?", channel: "C2", thread: thread))), StringComparison.Ordinal);
        Assert.Contains("leave this thread", SlackServer.Words(await slack.Ask(slack.Event("stop", channel: "C2", thread: thread))), StringComparison.Ordinal);
        await slack.Deliver(slack.Event("what about privacy?", channel: "C2", thread: thread));
        await slack.NothingElse();
    }

    [Fact]
    public async Task Others_talk_bots_edits_and_deletions_are_left_alone()
    {
        await slack.Deliver(slack.Event("internet shutdowns", channel: "C3"));
        await slack.Deliver(slack.Event("internet shutdowns", channel: "C3", thread: "1.1"));
        foreach (var (field, value) in new[] { ("bot_id", "B1"), ("subtype", "message_changed"),
            ("subtype", "message_deleted"), ("subtype", "bot_message"), ("user", "UBOT") })
        {
            var other = slack.Event("internet shutdowns");
            other["event"]![field] = value;
            await slack.Deliver(other);
        }

        await slack.NothingElse();
    }

    [Fact]
    public async Task The_same_event_gets_one_answer_also_as_a_retry_after_a_restart()
    {
        await using var own = new SlackServer();
        await own.InitializeAsync();
        var asked = own.Event("encryption");
        await own.Ask(asked);
        await own.Deliver(asked);
        await own.Restart();
        await own.Deliver(asked);
        await own.Ask(own.Event("surveillance"));
        Assert.Equal(2, own.Slack.All.Count(c => c.Method == "chat.postMessage"));
    }

    [Fact]
    public async Task An_event_accepted_but_not_answered_is_answered_after_the_restart_once()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var own = new SlackServer { Services = services => services.AddSingleton<TimeProvider>(time) };
        await own.InitializeAsync();
        var reached = new TaskCompletionSource();
        own.Slack.Interrupt = async (_, context) =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        await own.Deliver(own.Event("encryption"));
        await reached.Task;
        own.Slack.Interrupt = (_, _) => Task.FromResult(false);
        // Whoever stops it waits for what is being sent.
        await time.PassUntilAsync(own.Restart());
        Assert.Contains("encryption", SlackServer.Words((await own.Slack.Next()).Arguments), StringComparison.Ordinal);
        Assert.False(own.Slack.HasMore);
    }

    [Fact]
    public async Task A_discreet_answer_shows_its_words_in_the_message_and_none_in_the_notification()
    {
        await using var own = new SlackServer { More = ["--Channels:Slack:Discreet=true"] };
        await own.InitializeAsync();
        var message = await own.Ask(own.Event("encryption"));
        // Either may be shown in a preview.
        Assert.Equal("FocBot has answered.", message["text"]!.GetValue<string>());
        Assert.Equal("FocBot has answered.", message["blocks"]![0]!["text"]!["text"]!.GetValue<string>());
        Assert.Contains("encryption", message["blocks"]!.ToJsonString(), StringComparison.Ordinal);

        var answer = await own.Send(SlackEnvelope.Commands, own.Typed("encryption"));
        await own.Send(SlackEnvelope.Interactive,
            own.Pressed(SlackServer.Buttons(answer!)["Share to channel"]["value"]!.GetValue<string>(), "share", isEphemeral: true));
        var shared = (await own.Slack.Next("response_url")).Arguments;
        Assert.Equal("FocBot has answered.", shared["text"]!.GetValue<string>());
        Assert.Contains("encryption", shared["blocks"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pressed_button_says_its_sentence_in_the_thread()
    {
        await slack.Interact(slack.Pressed("What does it say about Internet shutdowns?", "say-0"));
        var message = (await slack.Slack.Next()).Arguments;
        Assert.Equal("1.5", message["thread_ts"]!.GetValue<string>());
        Assert.Contains("Internet shutdowns", SlackServer.Words(message), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("help")]
    public async Task A_slash_command_without_a_question_shows_what_can_be_asked(string typed) =>
        Assert.Contains("Ask me in your own words", await (await slack.Command(typed)).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

    [Fact]
    public async Task The_message_shortcut_opens_the_answer_and_the_global_one_asks()
    {
        await slack.Interact(new()
        {
            ["type"] = "message_action",
            ["callback_id"] = "find",
            ["trigger_id"] = "t-1",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["message"] = new JsonObject { ["text"] = "our government blocks websites" }
        });
        var opened = (await slack.Slack.Next("views.open")).Arguments;
        Assert.Equal("t-1", opened["trigger_id"]!.GetValue<string>());
        Assert.Contains("censorship", SlackServer.Words(opened["view"]!), StringComparison.Ordinal);

        await slack.Interact(new() { ["type"] = "shortcut", ["callback_id"] = "ask", ["trigger_id"] = "t-2", ["team"] = new JsonObject { ["id"] = "T1" } });
        Assert.Equal("input", (await slack.Slack.Next("views.open")).Arguments["view"]!["blocks"]![0]!["type"]!.GetValue<string>());

        var submitted = await slack.Interact(JsonNode.Parse("""
            {"type":"view_submission","team":{"id":"T1"},
             "view":{"callback_id":"ask","state":{"values":{"question":{"typed":{"type":"plain_text_input","value":"facial recognition"}}}}}}
            """)!.AsObject());
        var update = JsonNode.Parse(await submitted.Content.ReadAsStringAsync(Cancel))!;
        Assert.Equal("update", update["response_action"]!.GetValue<string>());
        Assert.Contains("facial recognition", SlackServer.Words(update["view"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_tab_and_the_agent_view_greet_who_comes()
    {
        await slack.Deliver(Opened("app_home_opened", e => e["tab"] = "home"));
        var home = (await slack.Slack.Next("views.publish")).Arguments["view"]!;
        Assert.Equal("home", home["type"]!.GetValue<string>());
        Assert.Contains("/privacy|Privacy", SlackServer.Words(home), StringComparison.Ordinal);

        await slack.Deliver(Opened("assistant_thread_started", e => e["assistant_thread"] = new JsonObject { ["channel_id"] = "D1", ["thread_ts"] = "1.7" }));
        Assert.InRange((await slack.Slack.Next("assistant.threads.setSuggestedPrompts")).Arguments["prompts"]!.AsArray().Count, 1, 4);

        await slack.Deliver(slack.Event("encryption", thread: "1.7"));
        Assert.NotEmpty((await slack.Slack.Next("assistant.threads.setStatus")).Arguments["status"]!.GetValue<string>());
        Assert.Equal("1.7", (await slack.Slack.Next()).Arguments["thread_ts"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("<!channel> <!here> @here <@U999> zorblax")]
    [InlineData("<https://evil.example|click> &lt;!channel&gt; zorblax *bold* `code`")]
    public async Task What_is_typed_never_leaves_as_a_mention_or_a_link(string typed)
    {
        var sent = (await slack.Ask(slack.Event(typed))).ToJsonString();
        Assert.DoesNotContain("<!", System.Text.RegularExpressions.Regex.Unescape(sent), StringComparison.Ordinal);
        Assert.DoesNotContain("<@", System.Text.RegularExpressions.Regex.Unescape(sent), StringComparison.Ordinal);
        Assert.DoesNotContain("<https://evil", System.Text.RegularExpressions.Regex.Unescape(sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_are_kept_for_the_longest_answer()
    {
        var message = await slack.Ask(slack.Event("list all recommendations"));
        var blocks = message["blocks"]!.AsArray();
        Assert.InRange(blocks.Count, 2, 50);
        Assert.InRange(blocks.Sum(b => b!.ToJsonString().Length), 1, 12_000);
        Assert.All(blocks.Where(b => b!["type"]!.GetValue<string>() == "section"), b =>
            Assert.InRange(b!["text"]!["text"]!.GetValue<string>().Length, 1, 3_000));
        Assert.All(blocks.Where(b => b!["type"]!.GetValue<string>() == "actions").SelectMany(b => b!["elements"]!.AsArray()), e =>
            Assert.InRange(e!["text"]!["text"]!.GetValue<string>().Length, 1, 75));
    }

    [Fact]
    public async Task A_busy_Slack_is_waited_for_as_long_as_it_says()
    {
        await using var own = new SlackServer();
        await own.InitializeAsync();
        var refused = 0;
        own.Slack.Interrupt = (method, context) =>
        {
            if (method != "chat.postMessage" || Interlocked.Increment(ref refused) > 1)
                return Task.FromResult(false);
            context.Response.StatusCode = (int)HttpStatusCode.TooManyRequests;
            context.Response.Headers.RetryAfter = "1";
            return Task.FromResult(true);
        };
        Assert.Contains("encryption", SlackServer.Words(await own.Ask(own.Event("encryption"))), StringComparison.Ordinal);
        Assert.Equal(2, refused);
    }

    static JsonObject Opened(string type, Action<JsonObject> more)
    {
        var opened = new JsonObject { ["type"] = type, ["user"] = "U1", ["channel"] = "D1" };
        more(opened);
        return new() { ["type"] = "event_callback", ["team_id"] = "T1", ["event_id"] = Guid.NewGuid().ToString(), ["event"] = opened };
    }
}
