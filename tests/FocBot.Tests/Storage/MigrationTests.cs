using Dapper;
using FocBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FocBot.Tests.Storage;

/// <summary>The numbered scripts that make the schema.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void Both_products_have_the_same_scripts_numbered_without_gap_or_repeat()
    {
        var sqlite = Scripts("Sqlite");
        Assert.Equal(sqlite, Scripts("PostgreSql"));
        Assert.NotEmpty(sqlite);
        Assert.Equal(Enumerable.Range(1, sqlite.Count), sqlite.Select(name => int.Parse(name.Split('-')[0], null)));
    }

    [Fact]
    public async Task A_database_from_before_the_numbered_scripts_is_brought_up_to_date()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        await using (var old = new SqliteConnection($"Data Source={storage.File}"))
        {
            await old.ExecuteAsync("""
                CREATE TABLE deliveries (id INTEGER PRIMARY KEY, envelope BLOB);
                CREATE TABLE installations (id TEXT PRIMARY KEY);
                CREATE TABLE slack_workspaces (team TEXT PRIMARY KEY, token TEXT NOT NULL, refresh TEXT, expires BIGINT);
                """);
        }

        var inbox = (await storage.OpenAsync()).GetRequiredService<Inbox>();
        Assert.True(await inbox.AcceptAsync(InboxTests.Message("1"), TestContext.Current.CancellationToken));
        Assert.Equal(0, await storage.CountAsync("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('deliveries', 'slack_workspaces')"));
    }

    static List<string> Scripts(string product)
    {
        var folder = $".Migrations.{product}.";
        return [.. typeof(Inbox).Assembly.GetManifestResourceNames().Where(name => name.Contains(folder, StringComparison.Ordinal))
            .Select(name => name[(name.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..]).Order(StringComparer.Ordinal)];
    }
}
