using System.Text.Json.Nodes;
using FocBot.Storage;

namespace FocBot.Tests.Channels.Teams;

/// <summary>Greeting, leaving, and what else surrounds a conversation.</summary>
public sealed class TeamsInstallTests(TeamsServer teams) : IClassFixture<TeamsServer>
{
    [Fact]
    public async Task An_install_is_greeted_once_whatever_announces_it_and_again_after_a_removal()
    {
        var conversation = Guid.NewGuid().ToString();
        var welcome = (await teams.Ask(Installed("add", "personal", conversation))).Activity;
        Assert.Contains("I am FocBot", welcome["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("I cannot", welcome["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.InRange(welcome["attachments"]![0]!["content"]!["actions"]!.AsArray().Count, 3, 6);

        await teams.Post(Joined("personal", conversation));
        await teams.Post(Installed("add", "personal", conversation));
        await teams.Post(Installed("remove", "personal", conversation));
        var again = await teams.Ask(Installed("add", "personal", conversation));
        Assert.Contains("I am FocBot", again.Activity["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.False(teams.Microsoft.HasMore);
    }

    [Fact]
    public async Task A_late_repeat_of_an_old_removal_deletes_nothing_of_a_newer_install()
    {
        var (conversation, at) = (Guid.NewGuid().ToString(), new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await teams.Ask(At(at, Installed("add", "personal", conversation)));
        await teams.Post(At(at.AddMinutes(10), Installed("add", "personal", conversation)));
        await teams.Post(At(at.AddMinutes(5), Installed("remove", "personal", conversation)));
        await teams.Ask(teams.Message("encryption", conversation: conversation));
        Assert.True(await HasAsync(conversation));

        await teams.Post(At(at.AddMinutes(11), Installed("remove", "personal", conversation)));
        await teams.Ask(teams.Message("encryption", conversation: conversation));
        Assert.False(await HasAsync(conversation));
    }

    [Fact]
    public async Task In_a_channel_the_greeting_is_one_post_that_mentions_who_installed()
    {
        var sent = await teams.Ask(Installed("add", "channel", Guid.NewGuid().ToString()));
        Assert.EndsWith("/activities/", sent.Path + "/", StringComparison.Ordinal);
        var mention = Assert.Single(sent.Activity["entities"]!.AsArray())!;
        Assert.Equal("mention", mention["type"]!.GetValue<string>());
        Assert.Equal("<at>Ada &lt;b&gt;Lovelace&lt;/b&gt;</at>", mention["text"]!.GetValue<string>());
        Assert.Contains(mention["text"]!.GetValue<string>(), sent.Activity["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_people_joining_are_not_greeted()
    {
        var joined = Joined("channel", Guid.NewGuid().ToString());
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:another" }, null);
        await teams.Post(joined);
        var asked = teams.Message("encryption");
        Assert.EndsWith($"/{asked["id"]}", (await teams.Ask(asked)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_extension_finds_passages_and_shows_the_recommendations_when_nothing_is_typed()
    {
        var (status, found) = await teams.Invoke("composeExtension/query", Query("searchTerm", "facial recognition"));
        var (_, empty) = await teams.Invoke("composeExtension/query", Query("initialRun", "true"));
        var attachment = found!["composeExtension"]!["attachments"]![0]!;
        Assert.Equal(200, status);
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment["contentType"]!.GetValue<string>());
        Assert.Contains("facial recognition", attachment["content"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("para. 13", attachment["content"]!["fallbackText"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(11, empty!["composeExtension"]!["attachments"]!.AsArray().Count);

        var (_, selected) = await teams.Invoke("composeExtension/selectItem", attachment["preview"]!["content"]!["tap"]!["value"]!.DeepClone());
        Assert.Contains("facial recognition", selected!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("composeExtension/query", null, 200)]
    [InlineData("composeExtension/query", "{\"parameters\": 5}", 200)]
    [InlineData("composeExtension/query", "{\"parameters\": [null, 5, {\"name\": 4, \"value\": []}]}", 200)]
    [InlineData("composeExtension/query", "{\"parameters\": [{\"name\": \"searchTerm\", \"value\": \"zzzz qqqq\"}]}", 200)]
    [InlineData("composeExtension/selectItem", "{\"passage\": \"nothing#9\"}", 200)]
    [InlineData("adaptiveCard/action", "{\"action\": {\"data\": {\"says\": \"help\"}}}", 200)]
    [InlineData("adaptiveCard/action", "[]", 200)]
    [InlineData("message/submitAction", "{\"actionName\": \"feedback\", \"actionValue\": {\"reaction\": \"like\", \"feedback\": \"{}\"}}", 200)]
    [InlineData("task/fetch", "{}", 501)]
    [InlineData("nobody/heardOf", "5", 501)]
    [InlineData(null, null, 501)]
    public async Task Every_invoke_is_answered(string? name, string? value, int status) =>
        Assert.Equal(status, (await teams.Invoke(name!, value is null ? null : JsonNode.Parse(value))).Status);

    [Fact]
    public async Task Feedback_is_answered_with_an_empty_object() =>
        Assert.Equal("{}", (await teams.Invoke("message/submitAction", new JsonObject { ["actionName"] = "feedback" })).Body!.ToJsonString());

    [Fact]
    public async Task The_bots_own_token_is_asked_for_once_and_kept()
    {
        await teams.Ask(teams.Message("encryption"));
        await teams.Ask(teams.Message("surveillance"));
        Assert.Equal(1, teams.Microsoft.TokensIssued);
    }

    Task<bool> HasAsync(string conversation) =>
        teams.Service<Installations>().HasAsync("teams", conversation, TestContext.Current.CancellationToken);

    static JsonObject At(DateTimeOffset at, JsonObject activity)
    {
        activity["timestamp"] = at.ToString("O");
        return activity;
    }

    JsonObject Installed(string action, string scope, string conversation)
    {
        var activity = teams.Activity("installationUpdate", scope, conversation);
        activity["action"] = action;
        return activity;
    }

    JsonObject Joined(string scope, string conversation)
    {
        var activity = teams.Activity("conversationUpdate", scope, conversation);
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
        return activity;
    }

    static JsonObject Query(string name, string value) =>
        new() { ["commandId"] = "search", ["parameters"] = new JsonArray(new JsonObject { ["name"] = name, ["value"] = value }) };
}
