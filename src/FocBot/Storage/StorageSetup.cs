using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;

namespace FocBot.Storage;

static class StorageSetup
{
    /// <summary>Adds what must survive a restart: the database, the keys that encrypt in it, the inbox.</summary>
    internal static void AddStorage(this IServiceCollection services, IConfiguration settings)
    {
        var file = FileOf(settings);
        // Made by itself, not by AddDataProtection, which reads the keys at every start: who runs no channel never needs them.
        services.AddSingleton(_ => new Lazy<IDataProtectionProvider>(() => DataProtectionProvider.Create(
            new DirectoryInfo(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "keys")),
            protection => protection.SetApplicationName("FocBot").UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM }))));
        services.AddSingleton(its => its.GetRequiredService<Lazy<IDataProtectionProvider>>().Value);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Database(file));
        services.AddSingleton<Inbox>();
        services.AddSingleton<Installations>();
        services.AddSingleton<UserStates>();
    }

    /// <summary>The database's file.</summary>
    internal static string FileOf(IConfiguration settings)
    {
        var options = settings.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        return options.File.Length > 0 ? options.File : Path.Combine(new SearchOptions().Folder, "focbot.db");
    }
}
