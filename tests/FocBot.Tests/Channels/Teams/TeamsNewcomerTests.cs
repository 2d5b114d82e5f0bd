using System.Text.Json.Nodes;
using FocBot.Core.Onboarding;

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

    static JsonNode Card(BotFramework.Sent sent) => sent.Activity["attachments"]![0]!["content"]!;
}
