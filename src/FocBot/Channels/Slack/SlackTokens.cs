using System.Globalization;
using System.Text.Json.Nodes;
using FocBot.Storage;
using FocBot.Turns;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>The workspace or organisation that a delivery belongs to, and the bot's token there.</summary>
sealed record SlackInstallation(string Workspace, string Token);

/// <summary>The bot's token in each workspace: the one of the settings, or those that installs brought, encrypted, renewed before they end.</summary>
sealed partial class SlackTokens(IOptions<SlackOptions> options, SlackClient client, Installations installations, TimeProvider time, ILogger<SlackTokens> log)
{
    static readonly TimeSpan Early = TimeSpan.FromHours(2), RenewalPause = TimeSpan.FromSeconds(2);

    /// <summary>The installation that a delivery belongs to; null, and a log line, where there is none.</summary>
    internal async Task<SlackInstallation?> FindAsync(SlackEnvelope envelope, CancellationToken cancel)
    {
        if (options.Value.BotToken.Length > 0)
            return new(envelope.Workspace, options.Value.BotToken);
        foreach (var workspace in envelope.Workspaces)
        {
            if (await FindAsync(workspace, cancel) is { } token)
                return new(workspace, token);
        }

        NotInstalled(envelope.Type ?? envelope.Kind, string.Join(", ", envelope.Workspaces));
        return null;
    }

    /// <summary>The token of a workspace or organisation; null where the app is not installed.</summary>
    internal async Task<string?> FindAsync(string workspace, CancellationToken cancel)
    {
        if (await installations.FindSecretAsync(SlackInboxHandler.Name, workspace, cancel) is not { } secret)
            return null;
        if (secret.RefreshToken is null || secret.Expires is not { } ends || time.GetUtcNow() < ends - Early)
            return secret.Token;
        if (await RenewAsync(workspace, secret, cancel) is { } renewed)
            return renewed.Token;
        // Another process renews it; until then this one is good, unless the program was off for long.
        return time.GetUtcNow() < ends ? secret.Token : throw new ReplyRefusedException("the workspace's token is being renewed", RenewalPause);
    }

    /// <summary>Renews a token that Slack says has ended; false where it cannot be renewed.</summary>
    internal async Task<bool> RenewAsync(string workspace, CancellationToken cancel) =>
        options.Value.BotToken.Length == 0
            && await installations.FindSecretAsync(SlackInboxHandler.Name, workspace, cancel) is { RefreshToken: not null } secret
        && await RenewAsync(workspace, secret, cancel) is not null;

    /// <summary>Saves what an install brought.</summary>
    internal Task SaveAsync(string workspace, JsonObject access, CancellationToken cancel)
    {
        // Slack's events tell their time in whole seconds: a removal in the second of the install comes after it.
        var installed = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        return installations.SaveSecretAsync(SlackInboxHandler.Name, workspace, SecretOf(access), installed, cancel);
    }

    InstallationSecret SecretOf(JsonObject access)
    {
        DateTimeOffset? ends = long.TryParse(access["expires_in"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? time.GetUtcNow() + TimeSpan.FromSeconds(seconds)
            : null;
        return new(SlackJson.Text(access["access_token"])!, SlackJson.Text(access["refresh_token"]), ends);
    }

    /// <summary>Deletes all that was stored for a workspace that removed the app, or revoked the bot's token.</summary>
    internal async Task DeleteAsync(SlackEnvelope envelope, CancellationToken cancel)
    {
        // Tokens of single people are revoked by the same event.
        if (envelope.Type == "tokens_revoked" && SlackJson.Node(envelope.Event, "tokens", "bot") is not JsonArray { Count: > 0 })
            return;
        var at = envelope.Payload["event_time"] is JsonValue value && value.TryGetValue<long>(out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : time.GetUtcNow();
        await installations.RemoveAsync(SlackInboxHandler.Name, envelope.Workspace, at, cancel);
    }

    // Null where another process renews it already.
    async Task<InstallationSecret?> RenewAsync(string workspace, InstallationSecret secret, CancellationToken cancel)
    {
        if (!await installations.ClaimRenewalAsync(SlackInboxHandler.Name, workspace, cancel))
            return null;
        // Another may have renewed it between the two.
        if (await installations.FindSecretAsync(SlackInboxHandler.Name, workspace, cancel) is { } current && current.Token != secret.Token)
            return current;
        var renewed = SecretOf(await client.CallFormAsync("oauth.v2.access", new Dictionary<string, string>
        {
            ["client_id"] = options.Value.ClientId,
            ["client_secret"] = options.Value.ClientSecret,
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = secret.RefreshToken!,
        }, cancel));
        await installations.RenewSecretAsync(SlackInboxHandler.Name, workspace, renewed, cancel);
        return renewed;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "slack: {Type} came for {Workspaces}, where the app is not installed: it is not answered. Install it at /slack/install.")]
    partial void NotInstalled(string type, string workspaces);
}
