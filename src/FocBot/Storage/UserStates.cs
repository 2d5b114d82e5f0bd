using System.Security.Cryptography;
using System.Text;
using FocBot.Core.Users;

namespace FocBot.Storage;

/// <summary>What is remembered of people: their place on the tour, their quiz. A person stands there as a hash, never by name or number.</summary>
sealed class UserStates
{
    static readonly TimeSpan CodeIsGood = TimeSpan.FromMinutes(10);

    readonly Database database;
    readonly TimeProvider time;

    public UserStates(Database database, TimeProvider time)
    {
        (this.database, this.time) = (database, time);
        database.Keeps("CREATE TABLE IF NOT EXISTS learners (person TEXT NOT NULL, what TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (person, what))");
        database.Keeps("CREATE TABLE IF NOT EXISTS learner_codes (code TEXT PRIMARY KEY, person TEXT NOT NULL, until BIGINT NOT NULL)");
    }

    internal IUserState For(string channel, string person) =>
        new UserState(this, channel, person);

    sealed class UserState(UserStates all, string channel, string name) : IUserState
    {
        const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

        // Most questions need no memory: it is worked out when one does.
        string? hash;

        string Person => hash ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}\n{name}")));

        public Task<IReadOnlyList<(string Key, string Value)>> GetAllAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<(string, string)>>(Everything());

        List<(string, string)> Everything() =>
            all.database.Query("SELECT what, value FROM learners WHERE person = @p0 ORDER BY what", row => (row.GetString(0), row.GetString(1)), Person);

        public Task<string?> GetAsync(string key, CancellationToken cancel) =>
            Task.FromResult(all.database.Query("SELECT value FROM learners WHERE person = @p0 AND what = @p1", row => row.GetString(0), Person, key).FirstOrDefault());

        public Task SetAsync(string key, string value, CancellationToken cancel)
        {
            Set(key, value);
            return Task.CompletedTask;
        }

        void Set(string what, string value) => all.database.Execute(
            "INSERT INTO learners (person, what, value) VALUES (@p0, @p1, @p2) ON CONFLICT (person, what) DO UPDATE SET value = @p2", Person, what, value);

        public Task ForgetAsync(CancellationToken cancel)
        {
            all.database.Execute("DELETE FROM learners WHERE person = @p0", Person);
            all.database.Execute("DELETE FROM learner_codes WHERE person = @p0", Person);
            return Task.CompletedTask;
        }

        public Task<string?> CreateCodeAsync(CancellationToken cancel)
        {
            if (Everything().Count == 0)
                return Task.FromResult<string?>(null);
            var code = RandomNumberGenerator.GetString(Letters, 8);
            all.database.Execute("DELETE FROM learner_codes WHERE person = @p0 OR until < @p1", Person, all.Now);
            all.database.Execute("INSERT INTO learner_codes (code, person, until) VALUES (@p0, @p1, @p2)", code, Person, all.Now + (long)CodeIsGood.TotalSeconds);
            return Task.FromResult<string?>(code);
        }

        public Task<bool> RedeemCodeAsync(string code, CancellationToken cancel)
        {
            var from = all.database.Query("SELECT person FROM learner_codes WHERE code = @p0 AND until >= @p1", row => row.GetString(0), code, all.Now).FirstOrDefault();
            // Whoever deletes the code has it: it is good once.
            if (from is null || all.database.Execute("DELETE FROM learner_codes WHERE code = @p0", code) != 1)
                return Task.FromResult(false);
            foreach (var (what, value) in all.database.Query("SELECT what, value FROM learners WHERE person = @p0", row => (row.GetString(0), row.GetString(1)), from))
                Set(what, value);
            return Task.FromResult(true);
        }
    }

    long Now => time.GetUtcNow().ToUnixTimeSeconds();
}
