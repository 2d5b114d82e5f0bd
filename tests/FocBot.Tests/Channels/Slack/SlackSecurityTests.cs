using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using FocBot.Channels.Slack;
using FocBot.Storage;

namespace FocBot.Tests.Channels.Slack;

/// <summary>Who may deliver, who may install, and what is kept.</summary>
public sealed class SlackSecurityTests(SlackServer slack) : IClassFixture<SlackServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactivity")]
    public async Task A_forged_late_early_or_unsigned_delivery_is_refused(string path)
    {
        const string body = """{"type":"event_callback","event":{"type":"message","channel":"D1","channel_type":"im","user":"U1","ts":"1.1","text":"hi"}}""";
        Assert.Equal(HttpStatusCode.Unauthorized, (await slack.Post(path, body, "application/json", signature: "v0=00")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await slack.Post(path, body, "application/json", signature: "")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await slack.Post(path, body, "application/json", age: TimeSpan.FromMinutes(6))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await slack.Post(path, body, "application/json", age: TimeSpan.FromMinutes(-6))).StatusCode);
        using var unsigned = new StringContent(body, Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.Unauthorized, (await slack.Client.PostAsync(path, unsigned, Cancel)).StatusCode);
        Assert.False(slack.Slack.HasMore);
    }

    [Fact]
    public void A_signature_holds_for_the_very_bytes_only() =>
        Gen.Select(Gen.Byte.Array[1, 200], Gen.Int[0, 199]).Sample((body, at) =>
        {
            var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
            var signature = SlackSignature.Of("secret", "1700000000", body);
            Assert.True(SlackSignature.IsValid("secret", "1700000000", signature, body, now));
            body[at % body.Length] ^= 1;
            Assert.False(SlackSignature.IsValid("secret", "1700000000", signature, body, now));
            Assert.False(SlackSignature.IsValid("secret", "1700000000", signature, body.AsSpan(0, body.Length - 1), now));
        });

    [Fact]
    public async Task Whatever_is_delivered_never_ends_in_a_500()
    {
        var pieces = new[] { "{", "}", "[", "]", "\"type\"", "\"event_callback\"", "\"event\"", ":", ",", "null", "5", "\"message\"",
            "\"actions\"", "\"view_submission\"", "\"view\"", "payload=", "&", "%", "text=", "\"user\"", "\"block_actions\"" };
        var whole = new[]
        {
            """{"type":"view_submission","view":5}""",
            """{"type":"view_submission","view":{"state":{"values":[]}}}""",
            """{"event":5,"type":"x"}""",
            """{"type":"event_callback","event":{"type":"message","channel":5,"ts":null}}""",
            "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A5%7D",
        };
        var bodies = Gen.OneOf(Gen.Int[0, whole.Length - 1].Select(i => whole[i]), Gen.Int[0, pieces.Length - 1].Array[0, 20]
            .Select(picked => string.Concat(picked.Select(i => pieces[i]))));
        await Gen.Select(bodies, Gen.Int[0, 2]).SampleAsync(async (body, path) =>
        {
            var response = await slack.Post(new[] { "/slack/events", "/slack/commands", "/slack/interactivity" }[path], body, path == 0
                ? "application/json" : "application/x-www-form-urlencoded");
            Assert.InRange((int)response.StatusCode, 200, 499);
        }, iter: 600, threads: 1);
    }

    [Fact]
    public async Task An_install_is_good_once_in_the_browser_that_began_and_its_token_is_kept_encrypted_renewed_and_deleted()
    {
        var folder = Directory.CreateTempSubdirectory("focbot").FullName;
        await using var platform = await SlackPlatform.Start();
        await using var server = new RunningServer
        {
            Storage = Path.Combine(folder, "focbot.db"),
            Settings = [$"--Channels:Slack:ApiAddress={platform.Address}/api/", "--Channels:Slack:SigningSecret=s",
                "--Channels:Slack:ClientId=1.2", "--Channels:Slack:ClientSecret=c"],
        };
        await server.InitializeAsync();
        using var browser = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        { BaseAddress = server.Client.BaseAddress };
        var begun = await browser.GetAsync(new Uri("/slack/install", UriKind.Relative), Cancel);
        var cookie = begun.Headers.GetValues("Set-Cookie").Single();
        var state = System.Web.HttpUtility.ParseQueryString(begun.Headers.Location!.Query)["state"]!;
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(HttpStatusCode.BadRequest, await Finish("good", state, cookie: null));
        Assert.Equal(HttpStatusCode.BadRequest, await Finish("good", state, cookie));
        begun = await browser.GetAsync(new Uri("/slack/install", UriKind.Relative), Cancel);
        (cookie, state) = (begun.Headers.GetValues("Set-Cookie").Single(), System.Web.HttpUtility.ParseQueryString(begun.Headers.Location!.Query)["state"]!);
        Assert.Equal(HttpStatusCode.OK, await Finish("good", state, cookie));
        Assert.Equal(HttpStatusCode.BadRequest, await Finish("good", state, cookie));

        var tokens = server.Service<SlackTokens>();
        // The token ends within two hours: of ten who ask at once, one renews it, and the others go on with the one that is still good.
        var found = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tokens.FindAsync("T9", Cancel)));
        Assert.All(found, token => Assert.Contains(token, new[] { "xoxb-installed", "xoxb-renewed-1" }));
        Assert.Equal("xoxb-renewed-1", await tokens.FindAsync("T9", Cancel));
        Assert.Equal(1, platform.Refreshed);

        async Task<HttpStatusCode> Finish(string code, string state, string? cookie)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/slack/oauth_redirect?code={code}&state={state}");
            if (cookie is not null)
                request.Headers.Add("Cookie", cookie.Split(';')[0]);
            return (await browser.SendAsync(request, Cancel)).StatusCode;
        }
    }

    [Fact]
    public async Task A_workspace_is_deleted_by_its_own_removal_not_by_a_persons_nor_by_an_older_one()
    {
        var installations = slack.Service<Installations>();
        await installations.SaveSecretAsync("slack", "T7", new("xoxb-7", null, null), DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), Cancel);
        await RevokeAsync("tokens_revoked", new() { ["tokens"] = new JsonObject { ["oauth"] = new JsonArray("UADA") } }, 1_700_000_001);
        await RevokeAsync("app_uninstalled", [], 1_699_999_999);
        await slack.Ask(slack.Event("encryption"));
        Assert.True(await installations.HasAsync("slack", "T7", Cancel));

        await RevokeAsync("tokens_revoked", new() { ["tokens"] = new JsonObject { ["bot"] = new JsonArray("UBOT") } }, 1_700_000_001);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        late.CancelAfter(TimeSpan.FromSeconds(60));
        while (await installations.HasAsync("slack", "T7", late.Token))
            await Task.Yield();
    }

    async Task RevokeAsync(string type, JsonObject revoked, long at)
    {
        revoked["type"] = type;
        await slack.Deliver(new()
        {
            ["type"] = "event_callback",
            ["team_id"] = "T7",
            ["event_id"] = Guid.NewGuid()
            .ToString(),
            ["event_time"] = at,
            ["event"] = revoked
        });
    }
}
