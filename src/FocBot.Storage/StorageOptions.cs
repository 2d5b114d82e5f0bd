namespace FocBot.Storage;

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The SQLite file; empty means <c>focbot.db</c> in the user's local data folder. The encryption keys are in <c>keys/</c> beside it.</summary>
    public string File { get; set; } = "";

    /// <summary>A connection string of PostgreSQL; set, it replaces the SQLite file and any number of replicas may share it.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The full path of the SQLite file.</summary>
    internal string Path => System.IO.Path.GetFullPath(File.Length > 0 ? File : System.IO.Path.Combine(DefaultFolder, "focbot.db"));

    static string DefaultFolder =>
        System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home ? home : System.IO.Path.GetTempPath(), "focbot");
}
