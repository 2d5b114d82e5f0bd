using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using FocBot.Core.Users;

namespace FocBot.Storage;

/// <summary>What is stored of people: their stop on the tour, their quiz. A person is a keyed hash there, never a name or an id.</summary>
public sealed class UserStates(
    IDatabase database, KeyedHash hash, OneTimeCodes codes, Certificates certificates, ConversationHistory history, StorageClock clock)
{
    /// <summary>How long a code for taking progress along is good.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    readonly IDatabase database = database;
    readonly KeyedHash hash = hash;
    readonly OneTimeCodes codes = codes;
    readonly Certificates certificates = certificates;
    readonly ConversationHistory history = history;
    readonly StorageClock clock = clock;

    /// <summary>The state of one person.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="user">The person, by the channel's id.</param>
    /// <param name="installation">Where the person speaks: when that is removed, the state is deleted.</param>
    /// <param name="lifetime">How long after this use the state is stored; null until it is forgotten.</param>
    public IUserState For(string channel, string user, string installation, TimeSpan? lifetime = null) =>
        new UserState(this, channel, user, installation, lifetime);

    /// <summary>Stores what is there of a person for so long from now.</summary>
    public async Task ExtendAsync(string channel, string user, TimeSpan lifetime, CancellationToken cancel)
    {
        var row = new { Person = await PersonAsync(channel, user, cancel), Until = await clock.ReadAsync(cancel) + (long)lifetime.TotalMilliseconds };
        await database.WriteAsync(Durability.Relaxed, connection =>
            connection.ExecuteAsync("UPDATE user_states SET expires_at = @Until WHERE person = @Person", row), cancel);
    }

    ValueTask<byte[]> PersonAsync(string channel, string user, CancellationToken cancel) => hash.ComputeAsync(cancel, "person", channel, user);

    sealed class UserState(UserStates all, string channel, string user, string installation, TimeSpan? lifetime) : IUserState
    {
        const string Purpose = "progress", Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        const int CodeLength = 8;

        string Owner => $"{channel}\n{user}";

        public async Task<string?> GetAsync(string key, CancellationToken cancel)
        {
            var row = await RowAsync(key, null, cancel);
            return await all.database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>(
                "SELECT value FROM user_states WHERE person = @Person AND name = @Name AND (expires_at IS NULL OR expires_at > @Now)", row), cancel);
        }

        public Task SetAsync(string key, string value, CancellationToken cancel) => SetAllAsync([(key, value)], cancel);

        public async Task<IReadOnlyList<(string Key, string Value)>> GetAllAsync(CancellationToken cancel)
        {
            var row = await RowAsync(null, null, cancel);
            var found = await all.database.ReadAsync(connection => connection.QueryAsync<(string, string)>(
                "SELECT name, value FROM user_states WHERE person = @Person AND (expires_at IS NULL OR expires_at > @Now) ORDER BY name", row), cancel);
            return [.. found];
        }

        public async Task ForgetAsync(CancellationToken cancel)
        {
            var row = await RowAsync(null, null, cancel);
            await all.database.WriteAsync(Durability.Full, connection =>
                connection.ExecuteAsync("DELETE FROM user_states WHERE person = @Person", row), cancel);
            await all.codes.RemoveAsync(Purpose, Owner, cancel);
            await all.history.ForgetAsync(channel, user, cancel);
        }

        public async Task<string?> CreateCodeAsync(CancellationToken cancel)
        {
            if (await GetAllAsync(cancel) is not { Count: > 0 } progress)
                return null;
            var code = RandomNumberGenerator.GetString(Letters, CodeLength);
            var value = JsonSerializer.Serialize(progress.ToDictionary(p => p.Key, p => p.Value));
            await all.codes.AddAsync(Purpose, Owner, code, value, CodeLifetime, cancel);
            return code;
        }

        public async Task<bool> RedeemCodeAsync(string code, CancellationToken cancel)
        {
            if (await all.codes.RedeemAsync(Purpose, code, cancel) is not { } value)
                return false;
            await SetAllAsync(JsonSerializer.Deserialize<Dictionary<string, string>>(value)!.Select(p => (p.Key, p.Value)), cancel);
            return true;
        }

        public Task<string?> CreateCertificateAsync(string statement, int right, int count, CancellationToken cancel) =>
            Task.FromResult<string?>(all.certificates.Create(statement, new(right, count)));

        async Task SetAllAsync(IEnumerable<(string Key, string Value)> values, CancellationToken cancel)
        {
            var rows = new List<object>();
            foreach (var (key, value) in values)
                rows.Add(await RowAsync(key, value, cancel));
            await all.database.WriteAsync(Durability.Relaxed, connection => connection.ExecuteAsync("""
                INSERT INTO user_states (person, name, value, installation, expires_at) VALUES (@Person, @Name, @Value, @Installation, @Until)
                ON CONFLICT (person, name) DO UPDATE SET value = @Value, installation = @Installation, expires_at = @Until
                """, rows), cancel);
        }

        async Task<object> RowAsync(string? name, string? value, CancellationToken cancel)
        {
            var now = await all.clock.ReadAsync(cancel);
            return new
            {
                Person = await all.PersonAsync(channel, user, cancel),
                Name = name,
                Value = value,
                Installation = await all.hash.ComputeAsync(cancel, "installation", channel, installation),
                Now = now,
                Until = now + (long?)lifetime?.TotalMilliseconds,
            };
        }
    }
}
