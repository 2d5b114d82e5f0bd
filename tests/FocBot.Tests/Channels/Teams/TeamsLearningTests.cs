using System.Text.Json.Nodes;

namespace FocBot.Tests.Channels.Teams;

/// <summary>The commands as a conversation in Teams.</summary>
public sealed class TeamsLearningTests(TeamsServer teams) : IClassFixture<TeamsServer>
{
    [Fact]
    public async Task The_tour_is_walked_by_buttons_and_the_privacy_commands_end_it()
    {
        var conversation = Guid.NewGuid().ToString();
        var card = Card(await teams.Ask(teams.Message("tour", conversation: conversation)));
        for (var stop = 2; stop <= 4; stop++)
        {
            card = Card(await Press(card, "Next", conversation));
            Assert.Contains($"Stop {stop} of", card.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Contains("your place on the tour (stop 4)", await Said("privacy"), StringComparison.Ordinal);
        await teams.Ask(teams.Message("forget me", conversation: conversation));
        Assert.Contains("Nothing is stored about you", await Said("privacy"), StringComparison.Ordinal);

        async Task<string> Said(string words) => Card(await teams.Ask(teams.Message(words, conversation: conversation))).ToJsonString();
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("help")]
    [InlineData("about")]
    [InlineData("statement")]
    [InlineData("privacy")]
    [InlineData("topics")]
    [InlineData("recommendations on privacy")]
    [InlineData("what must states do")]
    [InlineData("references")]
    [InlineData("cite 14")]
    [InlineData("draft surveillance")]
    [InlineData("verify \"good cyber hygiene\"")]
    [InlineData("phrase \"human rights\"")]
    [InlineData("glossary")]
    [InlineData("first week")]
    [InlineData("quiz")]
    [InlineData("move")]
    public async Task Every_command_is_answered_within_the_limits(string said)
    {
        var activity = (await teams.Ask(teams.Message(said))).Activity;
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(activity.ToJsonString()), 100, 80 * 1024);
        Assert.InRange(activity["attachments"]![0]!["content"]!["actions"]!.AsArray().Count, 1, 6);
        // Nobody who asks in one company's product is sent to another's.
        Assert.DoesNotContain("Slack", activity.ToJsonString(), StringComparison.Ordinal);
    }

    Task<BotFramework.Sent> Press(JsonNode card, string title, string conversation)
    {
        var pressed = teams.Activity("message", conversation: conversation);
        pressed["value"] = card["actions"]!.AsArray().First(a => a!["title"]!.GetValue<string>() == title)!["data"]!.DeepClone();
        return teams.Ask(pressed);
    }

    static JsonNode Card(BotFramework.Sent sent) => sent.Activity["attachments"]![0]!["content"]!;
}
