using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.DataProtection;

namespace FocBot.Storage;

/// <summary>What is needed to write to an installation.</summary>
/// <param name="Token">The access token.</param>
/// <param name="RefreshToken">What renews it; null where it does not end.</param>
/// <param name="Expires">When it ends.</param>
public sealed record InstallationSecret(string Token, string? RefreshToken, DateTimeOffset? Expires);

/// <summary>Where the bot is installed. A removal deletes all that was stored for the installation.</summary>
public sealed class Installations(IDatabase database, KeyedHash hash, IDataProtectionProvider protection, StorageClock clock)
{
    static readonly TimeSpan RenewalTime = TimeSpan.FromMinutes(1);

    readonly ProtectedBytes secrets = new(protection, "FocBot.Installations");

    /// <summary>Notes an install; false where it was noted before. The latest time counts, in whatever order they come.</summary>
    /// <param name="at">When it was installed, by the channel's clock.</param>
    public async Task<bool> AddAsync(string channel, string installation, DateTimeOffset at, CancellationToken cancel)
    {
        var row = new { Id = await KeyAsync(channel, installation, cancel), At = at.ToUnixTimeMilliseconds() };
        return await database.WriteAsync(Durability.Full, async connection =>
        {
            await connection.ExecuteAsync("UPDATE installations SET installed_at = @At WHERE installation = @Id AND installed_at < @At", row);
            return await connection.ExecuteAsync(
                "INSERT INTO installations (installation, installed_at) VALUES (@Id, @At) ON CONFLICT (installation) DO NOTHING", row);
        }, cancel) == 1;
    }

    public async Task<bool> HasAsync(string channel, string installation, CancellationToken cancel)
    {
        var id = await KeyAsync(channel, installation, cancel);
        return await database.ReadAsync(connection =>
            connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM installations WHERE installation = @id", new { id }), cancel) == 1;
    }

    /// <summary>Deletes an installation with its secret, threads, histories and what its people did. False where it was installed again since.</summary>
    /// <param name="at">When it was removed, by the channel's clock.</param>
    public async Task<bool> RemoveAsync(string channel, string installation, DateTimeOffset at, CancellationToken cancel)
    {
        var row = new { Id = await KeyAsync(channel, installation, cancel), At = at.ToUnixTimeMilliseconds() };
        var removed = await database.WriteAsync(Durability.Full, async connection =>
        {
            await connection.ExecuteAsync("DELETE FROM installations WHERE installation = @Id AND installed_at <= @At", row);
            if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM installations WHERE installation = @Id", row) == 1)
                return false;
            await connection.ExecuteAsync("DELETE FROM threads WHERE installation = @Id", row);
            await connection.ExecuteAsync("DELETE FROM histories WHERE installation = @Id", row);
            await connection.ExecuteAsync("DELETE FROM user_states WHERE installation = @Id", row);
            return true;
        }, cancel);
        if (removed)
            await database.EraseDeletedAsync(cancel);
        return removed;
    }

    /// <summary>Notes an install with what is needed to write to it.</summary>
    /// <param name="at">When it was installed, by the channel's clock.</param>
    public Task SaveSecretAsync(string channel, string installation, InstallationSecret secret, DateTimeOffset at, CancellationToken cancel) =>
        SaveSecretAsync(channel, installation, secret, (DateTimeOffset?)at, cancel);

    /// <summary>Replaces what is needed to write to an installation. When it was installed stays: a removal may be under way. Nothing happens where it is
    /// gone.</summary>
    public Task RenewSecretAsync(string channel, string installation, InstallationSecret secret, CancellationToken cancel) =>
        SaveSecretAsync(channel, installation, secret, at: null, cancel);

    async Task SaveSecretAsync(string channel, string installation, InstallationSecret secret, DateTimeOffset? at, CancellationToken cancel)
    {
        var row = new
        {
            Id = await KeyAsync(channel, installation, cancel),
            At = at?.ToUnixTimeMilliseconds(),
            Secret = secrets.Protect(JsonSerializer.SerializeToUtf8Bytes(secret))
        };
        await database.WriteAsync(Durability.Full, connection => connection.ExecuteAsync(at is null
            ? "UPDATE installations SET secret = @Secret, renewal_until = 0 WHERE installation = @Id"
            : """
              INSERT INTO installations (installation, installed_at, secret) VALUES (@Id, @At, @Secret)
              ON CONFLICT (installation) DO UPDATE SET installed_at = @At, secret = @Secret, renewal_until = 0
              """, row), cancel);
    }

    /// <summary>The secret of an installation; null where there is none, or its encryption keys are gone.</summary>
    public async Task<InstallationSecret?> FindSecretAsync(string channel, string installation, CancellationToken cancel)
    {
        var id = await KeyAsync(channel, installation, cancel);
        var stored = await database.ReadAsync(connection =>
            connection.ExecuteScalarAsync<byte[]?>("SELECT secret FROM installations WHERE installation = @id", new { id }), cancel);
        return secrets.Unprotect(stored) is { } plain ? JsonSerializer.Deserialize<InstallationSecret>(plain) : null;
    }

    /// <summary>Whether this process is to renew the secret now: one of all that ask within a minute, or until the renewal is saved.</summary>
    public async Task<bool> ClaimRenewalAsync(string channel, string installation, CancellationToken cancel)
    {
        var now = await clock.ReadAsync(cancel);
        var row = new { Id = await KeyAsync(channel, installation, cancel), now, until = now + (long)RenewalTime.TotalMilliseconds };
        return await database.WriteAsync(Durability.Relaxed, connection =>
            connection.ExecuteAsync("UPDATE installations SET renewal_until = @until WHERE installation = @Id AND renewal_until < @now", row), cancel) == 1;
    }

    ValueTask<byte[]> KeyAsync(string channel, string installation, CancellationToken cancel) =>
        hash.ComputeAsync(cancel, "installation", channel, installation);
}
