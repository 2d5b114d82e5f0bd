using System.Text;
using Dapper;
using Microsoft.AspNetCore.DataProtection;

namespace FocBot.Storage;

/// <summary>Codes that are good once and for a short time, whichever process gave them: for taking progress along, for the state of an install.</summary>
public sealed class OneTimeCodes(IDatabase database, KeyedHash hash, IDataProtectionProvider protection, StorageClock clock)
{
    readonly ProtectedBytes values = new(protection, "FocBot.OneTimeCodes");

    /// <summary>Adds a code; the earlier one of the same owner is not good any more.</summary>
    /// <param name="purpose">Keeps codes of different use apart.</param>
    /// <param name="owner">Whose code it is.</param>
    /// <param name="code">The code.</param>
    /// <param name="value">What whoever redeems it gets.</param>
    /// <param name="lifetime">How long it is good.</param>
    public async Task AddAsync(string purpose, string owner, string code, string value, TimeSpan lifetime, CancellationToken cancel)
    {
        var row = new
        {
            Code = await KeyAsync(purpose, code, cancel),
            Owner = await OwnerAsync(purpose, owner, cancel),
            Value = values.Protect(Encoding.UTF8.GetBytes(value)),
            Until = await clock.ReadAsync(cancel) + (long)lifetime.TotalMilliseconds,
        };
        await database.WriteAsync(Durability.Relaxed, async connection =>
        {
            await connection.ExecuteAsync("DELETE FROM one_time_codes WHERE owner = @Owner", row);
            return await connection.ExecuteAsync("INSERT INTO one_time_codes (code, owner, value, expires_at) VALUES (@Code, @Owner, @Value, @Until)", row);
        }, cancel);
    }

    /// <summary>What the code stands for; null where it is not good. Whoever redeems it first has it.</summary>
    public async Task<string?> RedeemAsync(string purpose, string code, CancellationToken cancel)
    {
        var row = new { Code = await KeyAsync(purpose, code, cancel), Now = await clock.ReadAsync(cancel) };
        var value = await database.WriteAsync(Durability.Relaxed, connection =>
            connection.QuerySingleOrDefaultAsync<byte[]?>("DELETE FROM one_time_codes WHERE code = @Code AND expires_at >= @Now RETURNING value", row), cancel);
        return values.Unprotect(value) is { } plain ? Encoding.UTF8.GetString(plain) : null;
    }

    /// <summary>Deletes the code of an owner.</summary>
    public async Task RemoveAsync(string purpose, string owner, CancellationToken cancel)
    {
        var key = await OwnerAsync(purpose, owner, cancel);
        await database.WriteAsync(Durability.Relaxed, connection =>
            connection.ExecuteAsync("DELETE FROM one_time_codes WHERE owner = @key", new { key }), cancel);
    }

    ValueTask<byte[]> KeyAsync(string purpose, string code, CancellationToken cancel) => hash.ComputeAsync(cancel, "code", purpose, code);

    ValueTask<byte[]> OwnerAsync(string purpose, string owner, CancellationToken cancel) => hash.ComputeAsync(cancel, "code owner", purpose, owner);
}
