using System.Text.Json.Nodes;
using FocBot.Benchmarks;
using FocBot.Core.Onboarding;

namespace FocBot.Tests.Channels.Slack;

/// <summary>Somebody who never saw the statement gets from "hi" to the certificate in Slack, by buttons alone.</summary>
public sealed class SlackNewcomerTests
{
    const string Direct = "D77";

    [Fact]
    public async Task The_next_step_takes_the_place_of_the_one_before()
    {
        await using var slack = new SlackServer { Time = new FastTime(5) };
        await slack.InitializeAsync();
        var first = await slack.Ask(slack.Event("tour", channel: Direct));
        await slack.Interact(Next(slack, first));
        var second = (await slack.Slack.Next("chat.update")).Arguments;
        Assert.Equal(("7.5", Direct), (second["ts"]!.GetValue<string>(), second["channel"]!.GetValue<string>()));
        Assert.Contains("Stop 2 of", SlackServer.Words(second), StringComparison.Ordinal);
        await slack.NothingElse();
    }

    [Fact]
    public async Task Where_Slack_lets_no_message_be_changed_the_next_step_is_posted()
    {
        await using var slack = new SlackServer { Time = new FastTime(5) };
        await slack.InitializeAsync();
        var first = await slack.Ask(slack.Event("tour", channel: Direct));
        slack.Slack.Refuse("chat.update", new() { ["ok"] = false, ["error"] = "cant_update_message" });
        await slack.Interact(Next(slack, first));
        var second = (await slack.Slack.Next()).Arguments;
        Assert.Null(second["ts"]);
        Assert.Contains("Stop 2 of", SlackServer.Words(second), StringComparison.Ordinal);
    }

    // "Next" pressed in the message that was posted before.
    static JsonObject Next(SlackServer slack, JsonObject posted)
    {
        var button = SlackServer.Buttons(posted)["Next"];
        var pressed = slack.Pressed(button["value"]!.GetValue<string>(), button["action_id"]!.GetValue<string>(), Direct);
        pressed["message"] = new JsonObject { ["ts"] = "7.5", ["blocks"] = posted["blocks"]!.DeepClone() };
        return pressed;
    }

    [Fact]
    public async Task From_hi_by_the_tour_to_the_certificate()
    {
        // Slack takes one message a second in a channel.
        await using var slack = new SlackServer { Time = new FastTime(5) };
        await slack.InitializeAsync();
        var message = await slack.Ask(slack.Event("hi", channel: Direct));
        message = await Press("Take the tour");
        for (var stop = 1; stop <= ShippedContent.Statement.Study.Tour.Count; stop++)
        {
            Assert.Contains($"Stop {stop} of", SlackServer.Words(message), StringComparison.Ordinal);
            message = await Press(stop < ShippedContent.Statement.Study.Tour.Count ? "Next" : "Finish");
        }

        message = await Press("Take the check");
        foreach (var (done, question) in QuestionBank.Check(ShippedContent.Statement).Index())
        {
            Assert.Contains(new string('\u25A0', done).PadRight(10, '\u25A1'), SlackServer.Words(message), StringComparison.Ordinal);
            message = await Press(question.Right);
        }

        Assert.Contains("10 of 10 right", SlackServer.Words(message), StringComparison.Ordinal);
        var link = Assert.Single(message["blocks"]!.AsArray().Select(b => b!["elements"]?[0]?["elements"]?[0]), e => e?["type"]?.GetValue<string>() == "link")!;
        Assert.Equal("Open the certificate", link["text"]!.GetValue<string>());
        var page = await slack.Client.GetStringAsync(new Uri(link["url"]!.GetValue<string>()).PathAndQuery, TestContext.Current.CancellationToken);
        Assert.Contains("has answered 10 of 10 questions rightly on", page, StringComparison.Ordinal);

        async Task<JsonObject> Press(string label)
        {
            var button = SlackServer.Buttons(message)[label];
            await slack.Interact(slack.Pressed(button["value"]!.GetValue<string>(), button["action_id"]!.GetValue<string>(), Direct));
            return (await slack.Slack.Next()).Arguments;
        }
    }
}
