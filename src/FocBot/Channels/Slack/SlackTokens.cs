using System.Globalization;
using System.Text.Json.Nodes;
using FocBot.Storage;
using FocBot.Turns;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>The bot's token in each workspace: the one of the settings, or those that installs brought, encrypted, renewed before they end.</summary>
sealed class SlackTokens(IOptions<SlackOptions> options, SlackApi api, Installations installations, TimeProvider time)
{
    static readonly TimeSpan Early = TimeSpan.FromHours(2), RenewalPause = TimeSpan.FromSeconds(2);

    /// <summary>The token of a workspace; null where the app is not installed.</summary>
    internal async Task<string?> FindAsync(string team, CancellationToken cancel)
    {
        if (options.Value.BotToken.Length > 0)
            return options.Value.BotToken;
        var secret = await installations.FindSecretAsync(SlackTurn.Name, team, cancel);
        if (!IsEnding(secret))
            return secret?.Token;
        if (!await installations.ClaimRenewalAsync(SlackTurn.Name, team, cancel))
            // Another process renews it; until then this one is good, unless the program was off for long.
            return time.GetUtcNow() < secret!.Expires ? secret.Token : throw new ReplyRefusedException("the workspace's token is being renewed", RenewalPause);
        // Another may have renewed it between the two.
        secret = await installations.FindSecretAsync(SlackTurn.Name, team, cancel);
        if (!IsEnding(secret))
            return secret?.Token;
        var access = await api.CallForm("oauth.v2.access", new Dictionary<string, string>
        {
            ["client_id"] = options.Value.ClientId,
            ["client_secret"] = options.Value.ClientSecret,
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = secret!.RefreshToken!,
        }, cancel);
        return (await SaveAsync(team, access, cancel)).Token;
    }

    bool IsEnding(InstallationSecret? secret) => secret is { RefreshToken: not null, Expires: { } ends } && time.GetUtcNow() >= ends - Early;

    /// <summary>Saves what an install or a renewal brought.</summary>
    internal async Task<InstallationSecret> SaveAsync(string team, JsonObject access, CancellationToken cancel)
    {
        DateTimeOffset? ends = long.TryParse(access["expires_in"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? time.GetUtcNow() + TimeSpan.FromSeconds(seconds)
            : null;
        var secret = new InstallationSecret(SlackDelivery.Text(access["access_token"])!, SlackDelivery.Text(access["refresh_token"]), ends);
        await installations.SaveSecretAsync(SlackTurn.Name, team, secret, time.GetUtcNow(), cancel);
        return secret;
    }

    /// <summary>Deletes all that was stored for a workspace that removed the app, or revoked the bot's token.</summary>
    internal async Task DeleteAsync(SlackDelivery delivery, CancellationToken cancel)
    {
        // Tokens of single people are revoked by the same event.
        if (delivery.Type == "tokens_revoked" && SlackDelivery.Node(delivery.Event, "tokens", "bot") is not JsonArray { Count: > 0 })
            return;
        var at = delivery.Payload["event_time"] is JsonValue value && value.TryGetValue<long>(out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : time.GetUtcNow();
        await installations.RemoveAsync(SlackTurn.Name, delivery.Team, at, cancel);
    }
}
