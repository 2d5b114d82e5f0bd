using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace FocBot.Storage;

/// <summary>Hashes ids of people, conversations and deliveries with a secret key, so that whoever reads the database cannot find out whose they are by
/// trying.</summary>
/// <remarks>HMAC-SHA256, cut to 16 bytes. The key is kept in the database, encrypted with the keys of Data Protection.</remarks>
public sealed partial class KeyedHash(IDatabase database, IDataProtectionProvider protection, ILogger<KeyedHash> log) : IDisposable
{
    const int KeyLength = 32, HashLength = 16;
    const string Name = "keyed-hash";

    readonly SemaphoreSlim gate = new(1);
    readonly ProtectedBytes secret = new(protection, "FocBot.KeyedHash");
    volatile byte[]? key;

    /// <summary>The hash of an id; the parts before it keep ids of different kinds apart.</summary>
    /// <exception cref="StorageUnavailableException">The key cannot be read.</exception>
    public async ValueTask<byte[]> ComputeAsync(CancellationToken cancel, params string[] parts)
    {
        var with = key ?? await LoadAsync(cancel);
        // Lengths go in too: parts that only join to the same text differ.
        return HMACSHA256.HashData(with, Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part.Length}:{part}"))))[..HashLength];
    }

    public void Dispose() => gate.Dispose();

    async Task<byte[]> LoadAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if (key is { } loaded)
                return loaded;
            if (secret.Unprotect(await FindAsync(cancel)) is { } found)
                return key = found;
            // Two processes that start together on a new database must not make two keys.
            await database.ExclusivelyAsync(async () => key = await CreateAsync(cancel), cancel);
            return key!;
        }
        finally
        {
            gate.Release();
        }
    }

    async Task<byte[]> CreateAsync(CancellationToken cancel)
    {
        var stored = await FindAsync(cancel);
        if (secret.Unprotect(stored) is { } other)
            return other;
        if (stored is not null)
            KeysLost(database.Product);
        var fresh = RandomNumberGenerator.GetBytes(KeyLength);
        var value = secret.Protect(fresh);
        await database.WriteAsync(Durability.Full, connection => connection.ExecuteAsync(
            "INSERT INTO secrets (name, value) VALUES (@Name, @value) ON CONFLICT (name) DO UPDATE SET value = @value", new { Name, value }), cancel);
        return fresh;
    }

    Task<byte[]?> FindAsync(CancellationToken cancel) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<byte[]?>("SELECT value FROM secrets WHERE name = @Name", new { Name }), cancel);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Product}: the encryption keys are not those that the stored rows were written with. What was "
        + "stored about people and pending messages cannot be read any more; restore the keys (docs/operations.md).")]
    partial void KeysLost(string product);
}
