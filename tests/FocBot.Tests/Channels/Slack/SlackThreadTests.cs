using System.Text.Json.Nodes;
using FocBot.Channels.Slack;

namespace FocBot.Tests.Channels.Slack;

/// <summary>In a channel whose messages the bot hears, it answers who speaks to it, and nobody else.</summary>
public abstract class SlackThreadTests(SlackServer slack)
{
    [Fact]
    public async Task A_question_after_an_answer_is_answered_without_a_mention_plain_talk_is_not()
    {
        var thread = await Mention("C1");
        await Say("C1", thread, "thanks, that helps");
        Assert.Contains("journalists", SlackServer.Words(await slack.Answer(Said("C1", thread, "and for journalists?"))), StringComparison.Ordinal);
        await Say("C1", thread, "I will put it in the letter");
        await slack.NothingElse();
    }

    [Fact]
    public async Task People_who_talk_to_each_other_are_left_alone_until_the_bot_is_mentioned_again()
    {
        var thread = await Mention("C2");
        await Say("C2", thread, "what do you think, Ada?", "U2");
        await Say("C2", thread, "should we put it in the letter?");
        await slack.NothingElse();
        await slack.Answer(Said("C2", thread, "<@UBOT> what about privacy?"));
        Assert.Contains("C2", (await slack.Answer(Said("C2", thread, "and for journalists?")))["channel"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("Stop please")]
    [InlineData("*stop*")]
    [InlineData("please stop!")]
    [InlineData("<@UBOT> stop")]
    public async Task Told_to_stop_in_whatever_form_it_leaves(string stop)
    {
        var channel = $"C{Guid.NewGuid():N}";
        var thread = await Mention(channel);
        Assert.Contains("leave this thread", SlackServer.Words(await slack.Answer(Said(channel, thread, stop))), StringComparison.Ordinal);
        await Say(channel, thread, "what about privacy?");
        await slack.NothingElse();
    }

    [Fact]
    public async Task Slackbot_apps_notices_and_words_outside_its_threads_are_left_alone()
    {
        await Say("C4", null, "internet shutdowns?");
        await Say("C4", "1.1", "internet shutdowns?");
        await Say("C4", "1.1", "stop");
        await Say("D1", null, "Reminder: internet shutdowns", "USLACKBOT");
        foreach (var (field, value) in new[] { ("bot_id", "B1"), ("subtype", "message_deleted"), ("subtype", "channel_join"), ("user", "UBOT") })
        {
            var other = slack.Event("internet shutdowns");
            other["event"]![field] = value;
            await slack.Send(SlackEnvelope.Events, other);
        }

        await slack.NothingElse();
    }

    [Fact]
    public async Task An_edit_that_adds_a_mention_asks_and_any_other_edit_does_not()
    {
        await slack.Send(SlackEnvelope.Events, Edited("C5", "what about encrypton?", "what about encryption?"));
        await slack.Send(SlackEnvelope.Events, Edited("C5", "<@UBOT> what about encrypton?", "<@UBOT> what about encryption?"));
        await slack.NothingElse();
        var asked = Edited("C5", "what about encryption?", "<@UBOT> what about encryption?");
        var answer = await slack.Answer(asked);
        Assert.Equal(asked["event"]!["message"]!["ts"]!.GetValue<string>(), answer["thread_ts"]!.GetValue<string>());
        Assert.Contains("encryption", SlackServer.Words(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_in_the_comment_of_a_file_is_answered()
    {
        var shared = Said("C6", null, "<@UBOT> what about encryption?");
        shared["event"]!["subtype"] = "file_share";
        shared["event"]!["files"] = new JsonArray(new JsonObject { ["id"] = "F1", ["name"] = "plan.pdf" });
        Assert.Contains("encryption", SlackServer.Words(await slack.Answer(shared)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_in_a_direct_message_is_a_conversation_of_its_own()
    {
        await slack.Answer(slack.Event("recommendation 3", channel: "D7", thread: "7.1"));
        await slack.Answer(slack.Event("recommendation 8", channel: "D7", thread: "7.2"));
        var recommendations = ShippedContent.Statement.Recommendations;
        Assert.Contains(recommendations[3].Text,
            SlackServer.Words(await slack.Answer(slack.Event("next", channel: "D7", thread: "7.1"))), StringComparison.Ordinal);
        Assert.Contains(recommendations[8].Text,
            SlackServer.Words(await slack.Answer(slack.Event("next", channel: "D7", thread: "7.2"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_and_what_is_typed_after_it_are_one_conversation()
    {
        var pressed = slack.Pressed("recommendation 3", "say-0", "D8");
        pressed["message"]!["thread_ts"] = "8.1";
        await slack.Send(SlackEnvelope.Interactive, pressed);
        Assert.Equal("8.1", (await slack.Slack.Next()).Arguments["thread_ts"]!.GetValue<string>());
        Assert.Contains(ShippedContent.Statement.Recommendations[3].Text,
            SlackServer.Words(await slack.Answer(slack.Event("next", channel: "D8", thread: "8.1"))), StringComparison.Ordinal);
    }

    async Task<string> Mention(string channel)
    {
        var mention = slack.Event("<@UBOT> what about encryption?", "app_mention", channel);
        await slack.Answer(mention);
        return mention["event"]!["ts"]!.GetValue<string>();
    }

    Task<JsonObject?> Say(string channel, string? thread, string text, string user = "U1") =>
        slack.Send(SlackEnvelope.Events, Said(channel, thread, text, user));

    JsonObject Said(string channel, string? thread, string text, string user = "U1")
    {
        var said = slack.Event(text, channel: channel, thread: thread);
        said["event"]!["user"] = user;
        return said;
    }

    JsonObject Edited(string channel, string before, string after)
    {
        var edited = slack.Event(after, channel: channel);
        var message = (JsonObject)edited["event"]!.DeepClone();
        message.Remove("channel");
        var previous = (JsonObject)message.DeepClone();
        previous["text"] = before;
        edited["event"] = new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = "message_changed",
            ["channel"] = channel,
            ["channel_type"] = "channel",
            ["message"] = message,
            ["previous_message"] = previous
        };
        return edited;
    }
}

public sealed class SlackThreadOverHttpTests(SlackServer slack) : SlackThreadTests(slack), IClassFixture<SlackServer>;

public sealed class SlackThreadBySocketTests(SlackSocketServer slack) : SlackThreadTests(slack), IClassFixture<SlackSocketServer>;
