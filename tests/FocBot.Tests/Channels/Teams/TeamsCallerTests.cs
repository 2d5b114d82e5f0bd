using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.IdentityModel.Tokens;

namespace FocBot.Tests.Channels.Teams;

/// <summary>Who may call /api/messages.</summary>
public sealed class TeamsCallerTests(TeamsServer teams) : IClassFixture<TeamsServer>
{
    [Fact]
    public async Task A_call_without_a_good_token_is_refused_also_from_this_machine()
    {
        using var stranger = RSA.Create(2048);
        string[] bad =
        [
            "", "x", "a.b.c",
            teams.Microsoft.Token(audience: "somebody-else"),
            teams.Microsoft.Token(issuer: "https://evil.example"),
            teams.Microsoft.Token(expires: TimeSpan.FromMinutes(-6)),
            teams.Microsoft.Token(key: stranger),
            teams.Microsoft.Token(expires: TimeSpan.FromHours(3)),
            teams.Microsoft.Token(algorithm: null),
            teams.Microsoft.SignedWithThePublicKey(),
            teams.Microsoft.Token(algorithm: SecurityAlgorithms.RsaSha512)[..^4] + "AAAA",
        ];
        foreach (var token in bad)
        {
            var response = await teams.Post(teams.Message("hi"), token);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            var said = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("token", said, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_clock_may_be_five_minutes_off()
    {
        var token = teams.Microsoft.Token(expires: TimeSpan.FromMinutes(-4));
        Assert.Equal(HttpStatusCode.Accepted, (await teams.Post(teams.Activity("typing"), token)).StatusCode);
    }

    [Fact]
    public async Task A_token_for_another_service_address_is_refused_and_nothing_is_sent_there()
    {
        await using var elsewhere = await BotFramework.Start();
        var asked = teams.Message("hi");
        asked["serviceUrl"] = elsewhere.Address;
        Assert.Equal(HttpStatusCode.Forbidden, (await teams.Post(asked)).StatusCode);
        Assert.False(elsewhere.HasMore);
    }

    [Theory]
    [InlineData("MSTeams")]
    [InlineData("slack")]
    [InlineData(null)]
    public async Task A_key_signs_only_for_the_channels_it_names_to_the_letter(string? channel)
    {
        var asked = teams.Message("hi");
        asked["channelId"] = channel;
        Assert.Equal(HttpStatusCode.Forbidden, (await teams.Post(asked)).StatusCode);
    }

    [Fact]
    public async Task A_new_signing_key_is_found_when_the_first_token_of_it_comes()
    {
        await using var own = new TeamsServer();
        await own.InitializeAsync();
        Assert.Equal(HttpStatusCode.Accepted, (await own.Post(own.Activity("typing"))).StatusCode);
        own.Microsoft.KeyId = "key-2";
        Assert.Equal(HttpStatusCode.Accepted, (await own.Post(own.Activity("typing"))).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\": 5}")]
    [InlineData("{\"type\": \"message\", \"from\": \"x\"}")]
    public async Task A_body_that_is_no_activity_is_a_400(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await teams.Client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Whatever_is_posted_never_ends_in_a_500()
    {
        string[] pieces =
        [
            "{", "}", "[", "]", "\"type\"", "\"message\"", ":", ",", "null", "5", "\"text\"", "\"value\"", "\"invoke\"", "\"entities\"", "\"\\uD800\"", "1e999",
            "true",
        ];
        var bodies = Gen.Int[0, pieces.Length - 1].Array[0, 20].Select(picked => string.Concat(picked.Select(i => pieces[i])));
        await bodies.SampleAsync(async body =>
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            var response = await teams.Client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
            Assert.InRange((int)response.StatusCode, 200, 499);
        }, iter: 300, threads: 1);
    }

    [Fact]
    public async Task Whatever_a_good_caller_posts_never_ends_in_a_500()
    {
        string[] names =
        [
            "value", "entities", "attachments", "membersAdded", "channelData", "from", "recipient", "text", "name", "action", "timestamp", "localTimestamp",
            "expiration", "listenFor", "suggestedActions", "deliveryMode", "conversation", "textHighlights", "relatesTo", "importance", "serviceUrl", "locale",
        ];
        string[] values =
        [
            "null", "5", "1e999", "99999999999999999999", "true", "\"\"", "\"\\uD800\"", "\"expectReplies\"", "\"2020-01-01T00:00:00Z\"", "[]", "[null]", "[5]",
            "[[[[]]]]", "[{}]", "{}", "{\"id\":5}", "{\"id\":\"\\r\\n\"}", "{\"parameters\":5}", "[{\"type\":\"mention\"}]", "[{\"content\":{\"a\":[{}]}}]",
        ];
        var activities = Gen.Select(OneOf("message", "invoke", "conversationUpdate", "installationUpdate", "typing"), OneOf(names), OneOf(values));
        await activities.SampleAsync(async (type, name, value) =>
        {
            var activity = teams.Activity(type);
            activity["name"] = "composeExtension/query";
            activity[name] = "VALUE";
            var response = await teams.Post(activity.ToJsonString().Replace("\"VALUE\"", value, StringComparison.Ordinal));
            Assert.InRange((int)response.StatusCode, 200, 501);
            Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        }, iter: 300, threads: 1);
    }

    static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
