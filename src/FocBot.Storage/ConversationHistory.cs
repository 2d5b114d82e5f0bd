using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.DataProtection;

namespace FocBot.Storage;

/// <summary>What a person asked last in a conversation, for follow-ups: encrypted, for half an hour.</summary>
public sealed class ConversationHistory(IDatabase database, KeyedHash hash, IDataProtectionProvider protection, StorageClock clock)
{
    /// <summary>How long a conversation is remembered after its last question.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    readonly ProtectedBytes words = new(protection, "FocBot.ConversationHistory");

    /// <summary>The earlier questions, oldest first; empty where there are none or they are too old.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(ConversationKey key, CancellationToken cancel)
    {
        var row = new { Conversation = await ConversationAsync(key, cancel), Now = await clock.ReadAsync(cancel) };
        var stored = await database.ReadAsync(connection =>
            connection.ExecuteScalarAsync<byte[]?>("SELECT questions FROM histories WHERE conversation = @Conversation AND expires_at > @Now", row), cancel);
        return words.Unprotect(stored) is { } plain ? JsonSerializer.Deserialize<string[]>(plain)! : [];
    }

    /// <summary>Replaces what is remembered of a conversation.</summary>
    public async Task SaveAsync(ConversationKey key, IReadOnlyList<string> questions, CancellationToken cancel)
    {
        var row = new
        {
            Conversation = await ConversationAsync(key, cancel),
            Person = await hash.ComputeAsync(cancel, "person", key.Channel, key.User),
            Installation = await hash.ComputeAsync(cancel, "installation", key.Channel, key.Installation),
            Questions = words.Protect(JsonSerializer.SerializeToUtf8Bytes(questions)),
            Until = await clock.ReadAsync(cancel) + (long)Lifetime.TotalMilliseconds,
        };
        await database.WriteAsync(Durability.Relaxed, connection => connection.ExecuteAsync("""
            INSERT INTO histories (conversation, person, installation, questions, expires_at) VALUES (@Conversation, @Person, @Installation, @Questions, @Until)
            ON CONFLICT (conversation) DO UPDATE SET questions = @Questions, expires_at = @Until
            """, row), cancel);
    }

    /// <summary>Forgets all that a person asked, in every conversation.</summary>
    public async Task ForgetAsync(string channel, string user, CancellationToken cancel)
    {
        var key = await hash.ComputeAsync(cancel, "person", channel, user);
        await database.WriteAsync(Durability.Full, connection => connection.ExecuteAsync("DELETE FROM histories WHERE person = @key", new { key }), cancel);
        await database.EraseDeletedAsync(cancel);
    }

    ValueTask<byte[]> ConversationAsync(ConversationKey key, CancellationToken cancel) =>
        hash.ComputeAsync(cancel, "conversation", key.Channel, key.Conversation, key.User);
}
