namespace FocBot.Storage;

/// <summary>Where the bot is installed: greeted once, and never written to again once removed.</summary>
sealed class Installations
{
    readonly Database database;

    public Installations(Database database)
    {
        this.database = database;
        database.Keeps("CREATE TABLE IF NOT EXISTS installations (channel TEXT NOT NULL, conversation TEXT NOT NULL, removed INTEGER NOT NULL, PRIMARY KEY (channel, conversation))");
    }

    /// <summary>Notes an install; false where it was noted before.</summary>
    internal bool Add(string channel, string conversation) =>
        database.Execute("INSERT INTO installations (channel, conversation, removed) VALUES (@p0, @p1, 0) ON CONFLICT (channel, conversation) DO UPDATE SET removed = 0 WHERE installations.removed = 1", channel, conversation) == 1;

    /// <summary>Notes a removal.</summary>
    internal void Remove(string channel, string conversation) =>
        database.Execute("INSERT INTO installations (channel, conversation, removed) VALUES (@p0, @p1, 1) ON CONFLICT (channel, conversation) DO UPDATE SET removed = 1", channel, conversation);

    internal bool Has(string channel, string conversation) =>
        database.Query("SELECT removed FROM installations WHERE channel = @p0 AND conversation = @p1", row => row.GetInt32(0), channel, conversation) is [0];
}
