using System.IO.Hashing;
using System.Text;

namespace FocBot.Core.Content;

/// <summary>Reads the content's files and remembers what they hold, for the hash.</summary>
sealed class ContentReader(string folder, List<ContentFault> faults)
{
    readonly SortedDictionary<string, byte[]> read = new(StringComparer.Ordinal);

    internal IEnumerable<string> Folders(string under) => Directory.Exists(Path.Combine(folder, under))
        ? Directory.GetDirectories(Path.Combine(folder, under)).Select(d => Path.GetFileName(d)).Where(d => d[0] != '.').Order(StringComparer.Ordinal)
        : [];

    internal IEnumerable<string> Files(string under, string pattern = "*.txt") => Directory.Exists(Path.Combine(folder, under))
        ? Directory.GetFiles(Path.Combine(folder, under), pattern).Select(f => $"{under}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)
        : [];

    internal byte[] Bytes(string file)
    {
        var path = Path.Combine(folder, file);
        return read[file] = File.Exists(path) ? File.ReadAllBytes(path) : [];
    }

    /// <summary>The lines of a file, without line ends; none where it does not exist.</summary>
    internal IReadOnlyList<string> Lines(string file)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes(file));
            return text.Length == 0 ? [] : text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new(file, 1, "The file is not UTF-8.", "Save it as UTF-8."));
            return [];
        }
    }

    internal string Hash()
    {
        var hash = new XxHash128();
        foreach (var (name, bytes) in read)
        {
            hash.Append(Encoding.UTF8.GetBytes($"{name}\0{bytes.Length}\0"));
            hash.Append(bytes);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
