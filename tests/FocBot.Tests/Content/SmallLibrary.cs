using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Search.Searching;

namespace FocBot.Tests.Content;

/// <summary>A content folder of three small statements, written for the tests, with the shipped languages and weights.</summary>
sealed class SmallLibrary : IDisposable
{
    static readonly string[] NotCopied = ["statements", "silences.txt"];

    readonly Lazy<(Catalogue Catalogue, Bot Bot)> opened;

    internal SmallLibrary(params string[] statements)
    {
        Copy(BotStartup.ShippedFolder, Folder, NotCopied);
        foreach (var id in statements.Length > 0 ? statements : Directory.GetDirectories(Written).Select(d => Path.GetFileName(d)))
            Add(id);
        opened = new(() =>
        {
            var catalogue = ContentFolder.Read(Folder);
            return (catalogue, new(catalogue, LuceneSearch.Open(catalogue, indexFolder: null, usesEncoder: false)));
        });
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("focbot-content-").FullName;

    internal Catalogue Catalogue => opened.Value.Catalogue;

    internal Bot Bot => opened.Value.Bot;

    static string Written => Path.Combine(AppContext.BaseDirectory, "Content", "library");

    /// <summary>Puts one of the three statements into the folder.</summary>
    internal void Add(string id) => Copy(Path.Combine(Written, id), Path.Combine(Folder, "statements", id), []);

    internal string FileOf(string id, string file = "statement.md") => Path.Combine(Folder, "statements", id, file);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    static void Copy(string from, string to, string[] except)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(from, f)).Where(f => !except.Contains(f.Split(Path.DirectorySeparatorChar)[0])))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(to, file), overwrite: true);
        }
    }
}
