using Microsoft.AspNetCore.DataProtection;

namespace FocBot.Storage;

/// <summary>Deliveries accepted but not yet answered: each is worked once, after a restart too.</summary>
/// <remarks>A payload is encrypted, and deleted as soon as it is answered; the key stays for a day, against repeats.</remarks>
sealed class Inbox
{
    static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    static readonly TimeSpan Swept = TimeSpan.FromMinutes(10);

    readonly Database database;
    readonly IDataProtector protector;
    readonly TimeProvider time;
    DateTimeOffset swept;

    public Inbox(Database database, IDataProtectionProvider protection, TimeProvider time)
    {
        (this.database, this.time) = (database, time);
        protector = protection.CreateProtector("FocBot.Inbox");
        database.Execute("CREATE TABLE IF NOT EXISTS inbox (channel TEXT NOT NULL, delivery TEXT NOT NULL, accepted BIGINT NOT NULL, payload TEXT, PRIMARY KEY (channel, delivery))");
    }

    /// <summary>Takes a delivery in. False when it was seen before.</summary>
    internal bool Accept(string channel, string delivery, string payload)
    {
        var now = time.GetUtcNow();
        if (now - swept > Swept)
        {
            swept = now;
            database.Execute("DELETE FROM inbox WHERE accepted < @p0 AND payload IS NULL", (now - Remembered).ToUnixTimeSeconds());
        }

        return database.Execute("INSERT INTO inbox (channel, delivery, accepted, payload) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT DO NOTHING",
            channel, delivery, now.ToUnixTimeSeconds(), protector.Protect(payload)) == 1;
    }

    /// <summary>The delivery is answered: its words go, its key stays.</summary>
    internal void Done(string channel, string delivery) =>
        database.Execute("UPDATE inbox SET payload = NULL WHERE channel = @p0 AND delivery = @p1", channel, delivery);

    /// <summary>What was accepted but not answered, oldest first: to be worked at start.</summary>
    internal IReadOnlyList<(string Delivery, string Payload)> Pending(string channel) =>
        [.. database.Query("SELECT delivery, payload FROM inbox WHERE channel = @p0 AND payload IS NOT NULL ORDER BY accepted", row => (row.GetString(0), protector.Unprotect(row.GetString(1))), channel)];
}
