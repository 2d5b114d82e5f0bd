using System.Net;
using System.Text.Json.Nodes;

namespace FocBot.Tests.Channels.Teams;

/// <summary>Bot Framework has other channels than Teams: each gets all the words, and a card only when it shows one.</summary>
public sealed class ChannelTests : IAsyncLifetime
{
    readonly TeamsServer server = new();

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        server.Microsoft.Endorsements = ["msteams", "emulator", "webchat", "directline", "carrier-pigeon"];
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("emulator", true)]
    [InlineData("webchat", true)]
    [InlineData("directline", false)]
    [InlineData("carrier-pigeon", false)]
    public async Task A_question_is_answered_in_full(string channel, bool showsCards)
    {
        var activity = (await server.Ask(From(channel, "internet shutdowns for political reasons"))).Activity;
        var excerpt = ShippedContent.Reply(new("internet shutdowns for political reasons")).Excerpts[0];
        var text = activity["text"]!.GetValue<string>();
        Assert.Contains(excerpt.Text, text, StringComparison.Ordinal);
        Assert.Contains(excerpt.Citation.Text, text, StringComparison.Ordinal);
        Assert.DoesNotContain("[1]", text, StringComparison.Ordinal);
        Assert.Equal(showsCards, activity["attachments"] is JsonArray { Count: 1 });
        Assert.NotEmpty(activity["suggestedActions"]!["actions"]!.AsArray());
        // Citations and feedback are Teams' own.
        Assert.Equal([null, null], new[] { activity["entities"], activity["channelData"] });
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("directline")]
    public async Task Whoever_joins_a_chat_is_greeted_with_a_post_of_its_own(string channel)
    {
        var joined = From(channel, null);
        joined["type"] = "conversationUpdate";
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" }, new JsonObject { ["id"] = "user" });
        var sent = await server.Ask(joined);
        Assert.Contains("I am FocBot", sent.Activity["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("/activities/", sent.Path + "/", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_the_replies_in_the_response_gets_them_there()
    {
        var asked = From("directline", "encryption");
        asked["deliveryMode"] = "expectReplies";
        var response = await server.Post(asked);
        var replies = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["activities"]!.AsArray();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("encryption", Assert.Single(replies)!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.False(server.Microsoft.HasMore);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_answered_with_a_replacement_for_the_half()
    {
        var asked = From("webchat", "zorblax HALF");
        asked["id"] = "1 HALF";
        Assert.Equal(HttpStatusCode.Accepted, (await server.Post(asked.ToJsonString().Replace("HALF", "\\ud83d", StringComparison.Ordinal))).StatusCode);
        Assert.NotEmpty((await server.Microsoft.Next()).Activity["text"]!.GetValue<string>());
    }

    // Other channels give a conversation no type.
    JsonObject From(string channel, string? text)
    {
        var activity = server.Message(text);
        activity["channelId"] = channel;
        activity["conversation"] = new JsonObject { ["id"] = $"{channel}-é\u20ac-{Guid.NewGuid():N}" };
        return activity;
    }
}
