using System.Text.Json.Nodes;
using FocBot.Core.Onboarding;
using Microsoft.AspNetCore.Http;

namespace FocBot.Tests.Channels.Teams;

/// <summary>Somebody who never saw the statement gets from "hi" to the certificate in Teams, by buttons alone.</summary>
public sealed class TeamsNewcomerTests(TeamsServer teams) : IClassFixture<TeamsServer>
{
    [Fact]
    public async Task From_hi_by_the_tour_to_the_certificate()
    {
        var conversation = Guid.NewGuid().ToString();
        var card = Card(await teams.Ask(teams.Message("hi", conversation: conversation)));
        card = await Press("Take the tour");
        for (var stop = 1; stop <= ShippedContent.Statement.Study.Tour.Count; stop++)
        {
            Assert.Contains($"Stop {stop} of", card.ToJsonString(), StringComparison.Ordinal);
            Assert.Equal(new string('\u25A0', stop).PadRight(10, '\u25A1'), card["body"]![1]!["items"]![0]!["inlines"]![0]!["text"]!.GetValue<string>());
            card = await Press(stop < ShippedContent.Statement.Study.Tour.Count ? "Next" : "Finish");
        }

        card = await Press("Take the check");
        foreach (var question in QuestionBank.Check(ShippedContent.Statement))
            card = await Press(question.Right);
        Assert.Contains("10 of 10 right", card.ToJsonString(), StringComparison.Ordinal);
        var link = Assert.Single(card["actions"]!.AsArray(), a => a!["type"]!.GetValue<string>() == "Action.OpenUrl")!;
        Assert.Equal("Open the certificate", link["title"]!.GetValue<string>());
        var path = new Uri(link["url"]!.GetValue<string>()).PathAndQuery;
        var page = await teams.Client.GetStringAsync($"{path}?name=Ada", TestContext.Current.CancellationToken);
        Assert.Contains("has answered 10 of 10 questions rightly on", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"name\">Ada</p>", page, StringComparison.Ordinal);
        Assert.Contains("10/10", await Said("privacy"), StringComparison.Ordinal);
        await Said("forget me");
        Assert.Contains("Take the check", await Said("certificate"), StringComparison.Ordinal);

        async Task<string> Said(string words) => Card(await teams.Ask(teams.Message(words, conversation: conversation))).ToJsonString();

        async Task<JsonNode> Press(string title)
        {
            var pressed = teams.Activity("message", conversation: conversation);
            pressed["value"] = card["actions"]!.AsArray().First(a => a!["title"]!.GetValue<string>() == title)!["data"]!.DeepClone();
            return Card(await teams.Ask(pressed));
        }
    }

    [Fact]
    public async Task The_next_step_takes_the_place_of_the_one_before()
    {
        var (conversation, pressed) = await InTourAsync();
        var second = await teams.Ask(pressed);
        Assert.Equal((true, $"/v3/conversations/{conversation}/activities/the-first-stop"), (second.IsUpdate, second.Path));
        Assert.Contains("Stop 2 of", Card(second).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Teams_lets_no_message_be_changed_the_next_step_is_sent()
    {
        var (_, pressed) = await InTourAsync();
        teams.Microsoft.Interrupt = context =>
        {
            var isUpdate = HttpMethods.IsPut(context.Request.Method);
            context.Response.StatusCode = isUpdate ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK;
            return Task.FromResult(isUpdate);
        };
        var second = await teams.Ask(pressed);
        teams.Microsoft.Interrupt = _ => Task.FromResult(false);
        Assert.False(second.IsUpdate);
        Assert.Contains("Stop 2 of", Card(second).ToJsonString(), StringComparison.Ordinal);
    }

    // "Next" pressed in the card of the first stop, in a conversation of its own.
    async Task<(string Conversation, JsonObject Pressed)> InTourAsync()
    {
        var conversation = Guid.NewGuid().ToString();
        var card = Card(await teams.Ask(teams.Message("tour", conversation: conversation)));
        var pressed = teams.Activity("message", conversation: conversation);
        pressed["value"] = card["actions"]!.AsArray().First(a => a!["title"]!.GetValue<string>() == "Next")!["data"]!.DeepClone();
        pressed["replyToId"] = "the-first-stop";
        return (conversation, pressed);
    }

    static JsonNode Card(BotFramework.Sent sent) => sent.Activity["attachments"]![0]!["content"]!;
}
