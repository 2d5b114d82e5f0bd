using System.Text.Json.Nodes;
using FocBot.Channels.Slack;
using FocBot.Storage;

namespace FocBot.Tests.Channels.Slack;

/// <summary>Many workspaces: channels that organisations share (Slack Connect), and organisations that install once for all their workspaces (Enterprise
/// Grid).</summary>
public sealed class SlackWorkspaceTests : IAsyncLifetime
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    readonly SlackServer slack = new() { More = ["--Channels:Slack:BotToken=", "--Channels:Slack:ClientId=1.2", "--Channels:Slack:ClientSecret=c"] };

    public async ValueTask InitializeAsync()
    {
        await slack.InitializeAsync();
        await Install("THOME", "xoxb-home");
        await Install("EORG", "xoxb-org");
    }

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    [Theory]
    [InlineData("""{"team_id":"TGUEST","authorizations":[{"team_id":"THOME","user_id":"UBOT","is_bot":true}]}""", "Bearer xoxb-home")]
    [InlineData("""{"team_id":"TGUEST","context_team_id":"THOME"}""", "Bearer xoxb-home")]
    [InlineData("""{"team_id":"TANY","authorizations":[{"enterprise_id":"EORG","team_id":"TANY","user_id":"UBOT","is_enterprise_install":true}]}""", "Bearer xoxb-org")]
    [InlineData("""{"team_id":null,"enterprise_id":"EORG","authorizations":[{"enterprise_id":"EORG","team_id":null,"user_id":"UBOT","is_enterprise_install":true}]}""", "Bearer xoxb-org")]
    public async Task An_event_is_answered_with_the_token_of_where_the_app_is_installed(string envelope, string token)
    {
        var said = slack.Event("encryption", channel: $"D{Guid.NewGuid():N}");
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(envelope)!)
            said[name] = value?.DeepClone();
        if (!envelope.Contains("authorizations", StringComparison.Ordinal))
            said.Remove("authorizations");
        await slack.Send(SlackEnvelope.Events, said);
        Assert.Equal(token, (await slack.Slack.Next()).Authorization);
    }

    [Theory]
    [InlineData("""{"team":{"id":"TGUEST"},"user":{"id":"U9","team_id":"TGUEST"},"message":{"ts":"1.5","team":"THOME"}}""", "Bearer xoxb-home")]
    [InlineData("""{"team":null,"enterprise":{"id":"EORG"},"is_enterprise_install":true,"user":{"id":"U9","team_id":"TANY"}}""", "Bearer xoxb-org")]
    [InlineData("""{"team":{"id":"TANY","enterprise_id":"EORG"},"enterprise":{"id":"EORG"},"is_enterprise_install":false}""", "Bearer xoxb-org")]
    public async Task A_button_works_whichever_workspace_its_presser_is_of(string changed, string token)
    {
        var pressed = slack.Pressed("encryption", "say-0");
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(changed)!)
            pressed[name] = value?.DeepClone();
        await slack.Send(SlackEnvelope.Interactive, pressed);
        Assert.Equal(token, (await slack.Slack.Next()).Authorization);
    }

    [Fact]
    public async Task A_window_in_a_shared_channel_is_the_apps_own_workspaces()
    {
        var pressed = slack.Pressed("encryption", "say-0");
        pressed["team"]!["id"] = "TGUEST";
        pressed["container"] = new JsonObject { ["type"] = "view" };
        pressed["view"] = new JsonObject { ["id"] = "V1", ["type"] = "modal", ["app_installed_team_id"] = "THOME" };
        await slack.Send(SlackEnvelope.Interactive, pressed);
        Assert.Equal("Bearer xoxb-home", (await slack.Slack.Next("views.update")).Authorization);
    }

    [Fact]
    public async Task A_delivery_for_a_workspace_without_the_app_is_told_to_the_operator()
    {
        var said = slack.Event("encryption about nobody");
        said["team_id"] = "TNOBODY";
        await slack.Send(SlackEnvelope.Events, said);
        var line = await slack.Logs.FirstAsync("is not installed");
        Assert.Contains("TNOBODY", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("about nobody", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_install_for_a_whole_organisation_is_kept_by_the_organisation()
    {
        slack.Slack.Refuse("oauth.v2.access", new()
        {
            ["ok"] = true,
            ["is_enterprise_install"] = true,
            ["team"] = null,
            ["enterprise"] = new JsonObject { ["id"] = "ENEW" },
            ["access_token"] = "xoxb-new"
        });
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = slack.Client.BaseAddress };
        using var begun = await browser.GetAsync(new Uri("/slack/install", UriKind.Relative), Cancel);
        var state = System.Web.HttpUtility.ParseQueryString(begun.Headers.Location!.Query)["state"]!;
        using var back = new HttpRequestMessage(HttpMethod.Get, $"/slack/oauth_redirect?code=good&state={state}");
        back.Headers.Add("Cookie", begun.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        Assert.True((await browser.SendAsync(back, Cancel)).IsSuccessStatusCode);
        Assert.Equal("xoxb-new", await slack.Service<SlackTokens>().FindAsync("ENEW", Cancel));
    }

    [Fact]
    public async Task A_token_that_ended_is_renewed_and_the_answer_is_sent()
    {
        await slack.Service<Installations>().SaveSecretAsync("slack", "TROTATES",
            new("xoxb-old", "xoxe-1", TimeProvider.System.GetUtcNow().AddDays(1)), TimeProvider.System.GetUtcNow(), Cancel);
        slack.Slack.Refuse("chat.postMessage", new() { ["ok"] = false, ["error"] = "token_expired" });
        var said = slack.Event("encryption", channel: "D40");
        said["team_id"] = "TROTATES";
        await slack.Send(SlackEnvelope.Events, said);
        Assert.StartsWith("Bearer xoxb-renewed", (await slack.Slack.Next()).Authorization, StringComparison.Ordinal);
    }

    Task Install(string workspace, string token) =>
        slack.Service<Installations>().SaveSecretAsync("slack", workspace, new(token, null, null), TimeProvider.System.GetUtcNow(), Cancel);
}
