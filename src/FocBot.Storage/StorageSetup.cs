using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FocBot.Storage;

/// <summary>Adds what must survive a restart: the database, the keys that encrypt in it, the stores.</summary>
public static class StorageSetup
{
    /// <param name="settings">With the section <c>Storage</c>, see <see cref="StorageOptions"/>.</param>
    /// <exception cref="IOException">The SQLite file cannot be written; thrown when the database is first asked for.</exception>
    public static void AddStorage(this IServiceCollection services, IConfiguration settings)
    {
        var section = settings.GetSection(StorageOptions.Section);
        var options = new StorageOptions
        {
            File = section[nameof(StorageOptions.File)]
            ?? "",
            ConnectionString = section[nameof(StorageOptions.ConnectionString)] ?? ""
        };
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IDatabase>(provider => options.ConnectionString.Length > 0
            ? new PostgreSqlDatabase(options.ConnectionString)
            : new SqliteDatabase(options.Path, provider.GetRequiredService<ILoggerFactory>()));
        services.AddDataProtection().SetApplicationName("FocBot");
        services.AddOptions<KeyManagementOptions>().Configure<IDatabase>((keys, database) => keys.XmlRepository = database.Keys);
        services.AddSingleton<StorageClock>();
        services.AddSingleton<KeyedHash>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Installations>();
        services.AddSingleton<Threads>();
        services.AddSingleton<OneTimeCodes>();
        services.AddSingleton<Certificates>();
        services.AddSingleton<ConversationHistory>();
        services.AddSingleton<UserStates>();
        services.AddSingleton<CourseCounts>();
        services.AddSingleton<ExpiredRows>();
    }
}
