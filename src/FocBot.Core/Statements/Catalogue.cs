namespace FocBot.Core.Statements;

/// <summary>All content, as read at one moment: statements, silences, synonyms, languages. Frozen.</summary>
public sealed class Catalogue
{
    internal Catalogue(IReadOnlyList<Statement> statements, IReadOnlyList<SilentSubject> silences, IReadOnlyList<string> synonyms,
        IReadOnlyList<AskerLanguage> languages, IReadOnlyList<string> frequentWords,
            IReadOnlyDictionary<string, double> weights, string vectorFile, string hash) =>
        (Statements, Silences, Synonyms, Languages, FrequentWords, Weights, VectorFile,
            Hash) = (statements, silences, synonyms, languages, frequentWords, weights, vectorFile, hash);

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

    /// <summary>Frequent English words, which are never taken for a misspelling.</summary>
    public IReadOnlyList<string> FrequentWords { get; }

    /// <summary>What <c>weights.txt</c> says, by name.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; }

    /// <summary>The file of the texts' sentence vectors, which need not exist; it is read only when statements are indexed.</summary>
    public string VectorFile { get; }

    /// <summary>XXH128 over every file read, in hexadecimal: another hash, other content.</summary>
    public string Hash { get; }

    /// <summary>The statement of that id; null where there is none.</summary>
    public Statement? Find(string id) => Statements.FirstOrDefault(s => s.Id == id);

    /// <summary>The passage of that id; null where there is none.</summary>
    public Passage? Find(PassageId id) => Find(id.Statement)?.Find(id.Number);

    /// <summary>The same content with other statements and other silent subjects.</summary>
    public Catalogue With(IReadOnlyList<Statement> statements, IReadOnlyList<SilentSubject> silences) =>
        new(statements, silences, Synonyms, Languages, FrequentWords, Weights, VectorFile, Hash) { UnreadLanguages = UnreadLanguages };

    /// <summary>The same content with no sample questions, neither of passages nor of silences: what search alone can do.</summary>
    public Catalogue WithoutSampleQuestions() => With([.. Statements.Select(s => s with { Lines = [] })], []);
}
