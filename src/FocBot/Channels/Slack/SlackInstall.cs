using System.Security.Cryptography;
using FocBot.Pages;
using FocBot.Storage;
using FocBot.Turns;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Many workspaces install the app by OAuth v2: the state is good once, for ten minutes, in the browser that began.</summary>
/// <remarks>Source: https://docs.slack.dev/authentication/installing-with-oauth.</remarks>
sealed class SlackInstall(IOptions<SlackOptions> options, IOptions<ServerOptions> server, SlackClient client, SlackTokens tokens, OneTimeCodes codes)
{
    internal const string Scopes = "app_mentions:read,assistant:write,chat:write,commands,im:history";

    const string Cookie = "focbot-slack-state", Purpose = "slack install";

    static readonly TimeSpan StateLifetime = TimeSpan.FromMinutes(10);

    internal async Task<IResult> BeginAsync(HttpContext context, CancellationToken cancel)
    {
        var state = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await codes.AddAsync(Purpose, state, state, "", StateLifetime, cancel);
        context.Response.Cookies.Append(Cookie, state,
            new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, MaxAge = StateLifetime, Path = "/slack" });
        return TypedResults.Redirect(QueryHelpers.AddQueryString(options.Value.Address("../oauth/v2/authorize").ToString(), new Dictionary<string, string?>
        {
            ["client_id"] = options.Value.ClientId,
            ["scope"] = Scopes,
            ["state"] = state,
            ["redirect_uri"] = RedirectAddress,
        }));
    }

    internal async Task<IResult> FinishAsync(HttpContext context, string? code, string? state, CancellationToken cancel)
    {
        var mine = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, new() { Path = "/slack" });
        var known = state is not null && await codes.RedeemAsync(Purpose, state, cancel) is not null;
        if (!known || code is null || mine is null
            || !CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(mine), System.Text.Encoding.UTF8.GetBytes(state!)))
            return Told("The install was not finished", "It took too long, or began in another browser. Please begin again.", 400);
        try
        {
            var access = await client.CallFormAsync("oauth.v2.access", new Dictionary<string, string>
            {
                ["client_id"] = options.Value.ClientId,
                ["client_secret"] = options.Value.ClientSecret,
                ["code"] = code,
                ["redirect_uri"] = RedirectAddress,
            }, cancel);
            // An install for a whole organisation names no workspace.
            var workspace = SlackJson.IsTrue(access["is_enterprise_install"])
                ? SlackJson.Text(access, "enterprise", "id") : SlackJson.Text(access, "team", "id");
            if (workspace is null || SlackJson.Text(access["access_token"]) is null)
                return Told("The install was not finished", "Slack named neither a workspace nor an organisation. Please begin again.", 400);
            await tokens.SaveAsync(workspace, access, cancel);
            return Told("FocBot is installed", "Write to it in Slack, mention it in a channel, or type /foc.", 200);
        }
        catch (Exception fault) when (fault is SlackException or ReplyRefusedException or ReplyUncertainException)
        {
            return Told("The install was not finished", "Slack refused it. Please begin again.", 400);
        }
    }

    string RedirectAddress => server.Value.Absolute("/slack/oauth_redirect");

    static RazorComponentResult<MessagePage> Told(string title, string text, int status) =>
        PagesSetup.Message(title, text, ("/slack/install", "Install again"), status);
}
