using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;

namespace FocBot.Storage;

static class StorageSetup
{
    /// <summary>Adds what must survive a restart: the database, the keys that encrypt in it, the inbox.</summary>
    internal static void AddStorage(this IServiceCollection services, IConfiguration settings)
    {
        var file = FileOf(settings);
        services.AddDataProtection().SetApplicationName("FocBot")
            .UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM })
            .PersistKeysToFileSystem(new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "keys")));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Database(file));
        services.AddSingleton<Inbox>();
        services.AddSingleton<Installations>();
        services.AddSingleton<Learners>();
    }

    /// <summary>The database's file.</summary>
    internal static string FileOf(IConfiguration settings)
    {
        var options = settings.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        return options.File.Length > 0 ? options.File : Path.Combine(new SearchOptions().Folder, "focbot.db");
    }
}
