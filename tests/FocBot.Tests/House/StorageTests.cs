using FocBot.Storage;

namespace FocBot.Tests.House;

public sealed class StorageTests
{
    [Fact]
    public void Storage_that_cannot_be_written_is_told_at_start()
    {
        var file = Path.GetTempFileName();
        Assert.Contains("Storage:File", Assert.Throws<IOException>(() => new Database(Path.Combine(file, "focbot.db"))).Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void Nothing_is_kept_before_something_is()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        using var database = new Database(Path.Combine(folder, "focbot.db"));
        Assert.False(database.Exists);
        database.Execute("CREATE TABLE IF NOT EXISTS kept (it TEXT)");
        Assert.True(database.Exists);
    }
}
