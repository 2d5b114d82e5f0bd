using System.IO.Hashing;
using System.Text;
using FocBot.Core.Answering;

namespace FocBot.Core.Statements;

/// <summary>All content, as read at start: statements, silences, synonyms, languages. Frozen.</summary>
public sealed class Catalogue
{
    /// <summary>Before the name of a weight that counts where no statement has sample questions.</summary>
    public const string BareWeight = "bare.";

    internal Catalogue(IReadOnlyList<Statement> statements, IReadOnlyList<SilentSubject> silences, IReadOnlyList<string> synonyms,
        IReadOnlyList<AskerLanguage> languages, byte[] vectors, IReadOnlyDictionary<string, double> weights, string hash) =>
        (Statements, Silences, Synonyms, Languages, Vectors, Weights, Hash) = (statements, silences, synonyms, languages, vectors, weights, hash);

    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>Subjects near the field that no statement here speaks of.</summary>
    public IReadOnlyList<SilentSubject> Silences { get; }

    /// <summary>Lines of <c>synonyms.txt</c>, Solr format, comments left out.</summary>
    public IReadOnlyList<string> Synonyms { get; }

    /// <summary>The languages in which questions are understood, besides English.</summary>
    public IReadOnlyList<AskerLanguage> Languages { get; }

    /// <summary>Word vectors as <c>vectors.bin</c> holds them; empty where the content has none.</summary>
    public byte[] Vectors { get; }

    /// <summary>What <c>weights.txt</c> says, by name.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; }

    /// <summary>XXH128 over every file read, in hexadecimal: another hash, another index.</summary>
    public string Hash { get; }

    /// <summary>Every English word of the content, its lines included.</summary>
    internal HashSet<string> EnglishWords => field ??= QuestionInterpreter.EnglishWords(this);

    /// <summary>The passage of that id; null where there is none.</summary>
    public Passage? Find(PassageId id) => Statements.FirstOrDefault(s => s.Id == id.Statement)?.Find(id.Number);

    /// <summary>The same content with no sample questions, neither of passages nor of silences: what search alone can do.</summary>
    public Catalogue WithoutLines() => new([.. Statements.Select(s => s with { Lines = [] })], [], Synonyms, Languages, Vectors, Bare(Weights), Hash + "-bare");

    /// <summary>Reads the content.</summary>
    /// <param name="folder">The folder <c>index</c>.</param>
    /// <exception cref="ContentException">Anything is wrong with any file; every fault is listed.</exception>
    public static Catalogue Read(string folder)
    {
        var faults = new List<ContentFault>();
        var shelf = new ContentReader(folder, faults);
        var statements = shelf.Folders("statements").Select(name => StatementFolder.Read(shelf, name, faults)).OfType<Statement>().ToList();
        if (statements.Count == 0 && faults.Count == 0)
            faults.Add(new(Path.Combine(folder, "statements"), 0, "There is no statement.", "Add a folder with a statement.md; docs/statements.md tells how."));
        var languages = shelf.Files("languages").Select(file => AskerLanguage.Read(file, shelf.Lines(file), faults)).ToList();
        var silences = Silent(shelf, languages, faults);
        var weights = WeightsOf(shelf, faults);
        var synonyms = shelf.Lines("synonyms.txt").Where(l => l.Length > 0 && l[0] != '#').ToList();
        var vectors = shelf.Bytes("vectors.bin");
        return faults.Count > 0
            ? throw new ContentException(faults)
            : new(statements, silences, synonyms, languages, vectors, statements.TrueForAll(s => s.Lines.Count == 0) ? Bare(weights) : weights, shelf.Hash());
    }

    static Dictionary<string, double> Bare(IReadOnlyDictionary<string, double> weights)
    {
        var bare = weights.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in weights.Where(w => w.Key.StartsWith(BareWeight, StringComparison.Ordinal)))
            bare[name[BareWeight.Length..]] = value;
        return bare;
    }

    static List<SilentSubject> Silent(ContentReader shelf, List<AskerLanguage> languages, List<ContentFault> faults)
    {
        var subjects = LinesFile.Read("silences.txt", shelf.Lines("silences.txt"), faults)
            .Select(p => new SilentSubject(p.Heading, [.. p.Lines.Select(l => (l.Text, "en"))])).ToList();
        subjects.AddRange(languages.Where(l => l.Silent.Count > 0)
            .Select(l => new SilentSubject("", [.. l.Silent.Select(text => (text, l.Code))])));
        return subjects;
    }

    static Dictionary<string, double> WeightsOf(ContentReader shelf, List<ContentFault> faults)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var lines = shelf.Lines("weights.txt");
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == '#')
                continue;
            if (lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var text]
                && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value))
                weights[name] = value;
            else
                faults.Add(new("weights.txt", i + 1, "This is not a weight.", "Write 'name value', or make the file anew with 'focbot tune'."));
        }

        return weights;
    }
}

/// <summary>Reads the content's files and remembers what they hold, for the hash.</summary>
sealed class ContentReader(string folder, List<ContentFault> faults)
{
    readonly SortedDictionary<string, byte[]> read = new(StringComparer.Ordinal);

    internal IEnumerable<string> Folders(string under) => Directory.Exists(Path.Combine(folder, under))
        ? Directory.GetDirectories(Path.Combine(folder, under)).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)
        : [];

    internal IEnumerable<string> Files(string under) => Directory.Exists(Path.Combine(folder, under))
        ? Directory.GetFiles(Path.Combine(folder, under), "*.txt").Select(f => $"{under}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)
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
