using System.IO.Hashing;
using System.Text;
using FocBot.Core.Statements;
using Lucene.Net.Store;
using Directory = System.IO.Directory;

namespace FocBot.Search;

/// <summary>The index on disk: built aside and swapped in, named after what it was built from, checked when opened.</summary>
/// <remarks>Where the folder can't be written the index lives in memory; the answers are the same.</remarks>
public sealed class IndexFolder : IDisposable
{
    const string Seal = "seal";
    const string Prefix = "index-";
    const string Aside = "building-";

    readonly Dictionary<string, Lucene.Net.Store.Directory> parts;

    IndexFolder(string? path, bool built, Dictionary<string, Lucene.Net.Store.Directory> parts) => (Path, WasBuilt, this.parts) = (path, built, parts);

    /// <summary>Where the index lies; null when it is in memory.</summary>
    public string? Path { get; }

    /// <summary>Whether this start built it.</summary>
    public bool WasBuilt { get; }

    internal Lucene.Net.Store.Directory this[string part] => parts[part];

    /// <summary>Whether a whole index for this shelf lies there.</summary>
    public static bool Has(string folder, Catalogue catalogue) => IsWhole(PathOf(folder, catalogue));

    /// <summary>Opens the index for this shelf, building it where it is missing, stale or damaged.</summary>
    /// <param name="folder">Where indexes lie; null keeps this one in memory.</param>
    /// <param name="catalogue">What it is built from.</param>
    /// <param name="write">Writes it, in memory.</param>
    /// <param name="anew">Builds even a good one again.</param>
    internal static IndexFolder Open(string? folder, Catalogue catalogue, Func<Dictionary<string, Lucene.Net.Store.Directory>> write, bool anew)
    {
        if (folder is null)
            return new(null, true, write());
        try
        {
            var path = PathOf(folder, catalogue);
            var built = anew || !IsWhole(path);
            if (built)
                Build(folder, path, write(), anew);
            return new(path, built, IndexContent.Parts.ToDictionary(p => p, p => (Lucene.Net.Store.Directory)FSDirectory.Open(System.IO.Path.Combine(path, p))));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(null, true, write());
        }
    }

    public void Dispose()
    {
        foreach (var part in parts.Values)
            part.Dispose();
    }

    static string PathOf(string folder, Catalogue catalogue) =>
        System.IO.Path.Combine(folder, Prefix + Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes($"{catalogue.Hash}/{Words.Version}")))[..16]);

    static void Build(string folder, string path, Dictionary<string, Lucene.Net.Store.Directory> written, bool anew)
    {
        var aside = System.IO.Path.Combine(folder, Aside + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(aside);
        foreach (var (part, memory) in written)
        {
            using var disk = FSDirectory.Open(Directory.CreateDirectory(System.IO.Path.Combine(aside, part)));
            foreach (var file in memory.ListAll())
                memory.Copy(disk, file, file, IOContext.DEFAULT);
            memory.Dispose();
        }

        File.WriteAllLines(System.IO.Path.Combine(aside, Seal), Hashes(aside));
        try
        {
            // Another process may have finished first: then its index is as good as ours.
            if (Directory.Exists(path) && (anew || !IsWhole(path)))
                Directory.Delete(path, recursive: true);
            if (!Directory.Exists(path))
                Directory.Move(aside, path);
        }
        catch (IOException) when (IsWhole(path))
        {
        }

        Sweep(folder, path, aside);
    }

    // Old indexes, and what a killed build left behind, go; a build that runs elsewhere right now stays.
    static void Sweep(string folder, string keep, string aside)
    {
        var started = Directory.Exists(aside) ? Directory.GetCreationTimeUtc(aside) : Directory.GetLastWriteTimeUtc(keep);
        foreach (var old in Directory.GetDirectories(folder, Prefix + "*").Where(d => d != keep)
            .Concat(Directory.GetDirectories(folder, Aside + "*").Where(d => d == aside || Directory.GetLastWriteTimeUtc(d) < started.AddMinutes(-10))))
        {
            try
            {
                Directory.Delete(old, recursive: true);
            }
            catch (IOException)
            {
            }
        }
    }

    static bool IsWhole(string path)
    {
        var seal = System.IO.Path.Combine(path, Seal);
        return File.Exists(seal) && File.ReadAllLines(seal).SequenceEqual(Hashes(path), StringComparer.Ordinal);
    }

    static IEnumerable<string> Hashes(string path) => Directory.GetFiles(path, "*", SearchOption.AllDirectories)
        .Where(f => System.IO.Path.GetFileName(f) is not (Seal or "write.lock"))
        .Order(StringComparer.Ordinal)
        .Select(f => $"{System.IO.Path.GetRelativePath(path, f)} {Convert.ToHexStringLower(XxHash128.Hash(File.ReadAllBytes(f)))}");
}
