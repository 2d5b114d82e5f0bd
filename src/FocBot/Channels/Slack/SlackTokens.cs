using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using FocBot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>The bot's token in each workspace: the one of the settings, or those that installs brought, encrypted, renewed before they end.</summary>
sealed class SlackTokens
{
    static readonly TimeSpan Early = TimeSpan.FromHours(2);

    readonly SlackOptions options;
    readonly SlackApi api;
    readonly Database database;
    readonly IDataProtector protector;
    readonly TimeProvider time;
    readonly ConcurrentDictionary<string, SemaphoreSlim> renewing = new(StringComparer.Ordinal);

    public SlackTokens(IOptions<SlackOptions> options, SlackApi api, Database database, IDataProtectionProvider protection, TimeProvider time)
    {
        (this.options, this.api, this.database, this.time) = (options.Value, api, database, time);
        protector = protection.CreateProtector("FocBot.Slack.Tokens");
        database.Keeps("CREATE TABLE IF NOT EXISTS slack_workspaces (team TEXT PRIMARY KEY, token TEXT NOT NULL, refresh TEXT, expires BIGINT)");
    }

    /// <summary>The token of a workspace; null where the app is not installed.</summary>
    internal async Task<string?> For(string team, CancellationToken cancel)
    {
        if (options.BotToken.Length > 0)
            return options.BotToken;
        if (Stored(team) is not { } stored)
            return null;
        if (!IsEnding(stored))
            return stored.Token;
        var turn = renewing.GetOrAdd(team, _ => new(1));
        await turn.WaitAsync(cancel);
        try
        {
            // Another turn may have renewed it meanwhile.
            stored = Stored(team);
            if (stored is null || !IsEnding(stored))
                return stored?.Token;
            Keep(team, await api.CallForm("oauth.v2.access", new Dictionary<string, string>
            {
                ["client_id"] = options.ClientId,
                ["client_secret"] = options.ClientSecret,
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = stored.Refresh!,
            }, cancel));
            return Stored(team)?.Token;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Keeps what an install or a renewal brought.</summary>
    internal void Keep(string team, JsonObject access)
    {
        var refresh = SlackDelivery.Text(access["refresh_token"]);
        long expires = long.TryParse(access["expires_in"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? time.GetUtcNow().ToUnixTimeSeconds() + seconds : 0;
        database.Execute("INSERT INTO slack_workspaces (team, token, refresh, expires) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT (team) DO UPDATE SET token = @p1, refresh = @p2, expires = @p3",
            team, protector.Protect(SlackDelivery.Text(access["access_token"])!), refresh is null ? "" : protector.Protect(refresh), expires);
    }

    /// <summary>Forgets a workspace.</summary>
    internal void Delete(string team) => database.Execute("DELETE FROM slack_workspaces WHERE team = @p0", team);

    bool IsEnding(Kept kept) => kept is { Refresh: not null, Expires: > 0 } && time.GetUtcNow().ToUnixTimeSeconds() > kept.Expires - Early.TotalSeconds;

    Kept? Stored(string team) => database.Query("SELECT token, refresh, expires FROM slack_workspaces WHERE team = @p0",
        row => new Kept(protector.Unprotect(row.GetString(0)), row.GetString(1) is { Length: > 0 } refresh ? protector.Unprotect(refresh) : null, row.GetInt64(2)), team).FirstOrDefault();

    sealed record Kept(string Token, string? Refresh, long Expires);
}
