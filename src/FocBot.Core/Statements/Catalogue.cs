namespace FocBot.Core.Statements;

/// <summary>All content, as read at one moment: statements, silences, synonyms, languages. Frozen.</summary>
public sealed class Catalogue
{
    /// <summary>Before the name of a weight that counts where no statement has sample questions.</summary>
    public const string BareWeight = "bare.";

    internal Catalogue(IReadOnlyList<Statement> statements, IReadOnlyList<SilentSubject> silences, IReadOnlyList<string> synonyms,
        IReadOnlyList<AskerLanguage> languages, byte[] vectors, IReadOnlyDictionary<string, double> weights, string hash) =>
        (Statements, Silences, Synonyms, Languages, Vectors, Weights, Hash) = (statements, silences, synonyms, languages, vectors,
            statements.All(s => s.Lines.Count == 0) ? Bare(weights) : weights, hash);

    /// <summary>By id, in alphabetical order.</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>Subjects near the field that no statement here speaks of.</summary>
    public IReadOnlyList<SilentSubject> Silences { get; }

    /// <summary>Lines of <c>synonyms.txt</c>, Solr format, comments left out.</summary>
    public IReadOnlyList<string> Synonyms { get; }

    /// <summary>The languages in which questions are understood, besides English.</summary>
    public IReadOnlyList<AskerLanguage> Languages { get; }

    /// <summary>Languages that questions are not read in, and how they are told.</summary>
    public IReadOnlyList<UnreadLanguage> UnreadLanguages { get; internal init; } = [];

    /// <summary>Word vectors as <c>vectors.bin</c> holds them; empty where the content has none.</summary>
    public byte[] Vectors { get; }

    /// <summary>What <c>weights.txt</c> says, by name.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; }

    /// <summary>XXH128 over every file read, in hexadecimal: another hash, another index.</summary>
    public string Hash { get; }

    /// <summary>The statement of that id; null where there is none.</summary>
    public Statement? Find(string id) => Statements.FirstOrDefault(s => s.Id == id);

    /// <summary>The passage of that id; null where there is none.</summary>
    public Passage? Find(PassageId id) => Find(id.Statement)?.Find(id.Number);

    /// <summary>The same content with no sample questions, neither of passages nor of silences: what search alone can do.</summary>
    public Catalogue WithoutLines() => new([.. Statements.Select(s => s with { Lines = [] })], [], Synonyms, Languages, Vectors, Weights, Hash + "-bare") { UnreadLanguages = UnreadLanguages };

    static Dictionary<string, double> Bare(IReadOnlyDictionary<string, double> weights)
    {
        var bare = weights.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in weights.Where(w => w.Key.StartsWith(BareWeight, StringComparison.Ordinal)))
            bare[name[BareWeight.Length..]] = value;
        return bare;
    }
}
