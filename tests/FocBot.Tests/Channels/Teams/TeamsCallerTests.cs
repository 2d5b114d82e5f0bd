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
            Assert.DoesNotContain("token", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_clock_may_be_five_minutes_off() =>
        Assert.Equal(HttpStatusCode.Accepted, (await teams.Post(teams.Activity("typing"), teams.Microsoft.Token(expires: TimeSpan.FromMinutes(-4)))).StatusCode);

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
        var pieces = new[] { "{", "}", "[", "]", "\"type\"", "\"message\"", ":", ",", "null", "5", "\"text\"", "\"value\"", "\"invoke\"", "\"entities\"", "\"\\uD800\"", "1e999", "true" };
        var bodies = Gen.Int[0, pieces.Length - 1].Array[0, 20].Select(picked => string.Concat(picked.Select(i => pieces[i])));
        await bodies.SampleAsync(async body =>
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            var response = await teams.Client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
            Assert.InRange((int)response.StatusCode, 200, 499);
        }, iter: 300, threads: 1);
    }

    [Fact]
    public async Task Without_credentials_only_this_machine_is_answered_and_only_at_its_own_addresses()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        await using var local = await BotFramework.Start();
        Assert.Equal(HttpStatusCode.Accepted, (await Post(local.Address, null)).StatusCode);
        Assert.Null((await local.Next()).Authorization);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post("https://elsewhere.example", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(local.Address, "203.0.113.5")).StatusCode);

        async Task<HttpResponseMessage> Post(string serviceUrl, string? forwardedFor)
        {
            var asked = teams.Message("hi");
            asked["serviceUrl"] = serviceUrl;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(asked) };
            if (forwardedFor is not null)
                request.Headers.Add("X-Forwarded-For", forwardedFor);
            return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }
}
