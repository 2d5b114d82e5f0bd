using System.Runtime.CompilerServices;
using FocBot.Turns;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Looks whether Slack is set up well: tokens, reach, address.</summary>
sealed class SlackCheck(IOptions<SlackOptions> options, IOptions<ServerOptions> server, SlackClient client) : IHealthCheck
{
    public async IAsyncEnumerable<Check> CheckAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var settings = options.Value;
        if (!settings.IsOn)
        {
            yield return new(null, "Slack: not connected.", "To connect it, follow docs/slack.md.");
            yield break;
        }

        yield return settings.UsesSocketMode ? new(true, "Slack: FocBot connects to Slack (Socket Mode).")
            : server.Value.PublicAddress.StartsWith("https://", StringComparison.Ordinal)
                ? new(true, $"Slack: delivers to {server.Value.PublicAddress}/slack/events.")
            : new(false, "Slack can't reach this server.", "Set Server:PublicAddress to the https address of this server, or AppToken for Socket Mode.");
        if (settings.BotToken.Length > 0)
            yield return await Try("auth.test", settings.BotToken, "the bot token",
                "Copy it anew: your app, OAuth & Permissions, Bot User OAuth Token.", cancel);
        if (settings.UsesSocketMode)
            yield return await Try("apps.connections.open", settings.AppToken, "the app-level token",
                "Make one with the scope connections:write: your app, Basic Information, App-Level Tokens.", cancel);
        if (settings.Installs)
            yield return new(true, $"Slack: workspaces install at {server.Value.Absolute("/slack/install")}.");
    }

    async Task<Check> Try(string method, string token, string what, string next, CancellationToken cancel)
    {
        try
        {
            await client.CallAsync(method, token, [], cancel);
            return new(true, $"Slack: {what} is accepted.");
        }
        catch (SlackException refused)
        {
            return new(false, $"Slack: {what} is refused ({refused.Error}).", next);
        }
        catch (Exception fault) when (fault is ReplyRefusedException or ReplyUncertainException)
        {
            return new(false, "Slack can't be reached from this server.", "Let it reach slack.com by https (proxy, firewall).");
        }
    }
}
