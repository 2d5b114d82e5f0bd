namespace FocBot.Core.Statements;

/// <summary>What helps to learn a statement: topics, obligations, references, terms, a tour, a quiz.</summary>
public sealed record Study(IReadOnlyList<Topic> Topics, IReadOnlyList<Obligation> Obligations, IReadOnlyList<Reference> References,
    IReadOnlyList<Term> Terms, IReadOnlyList<Stop> Tour, IReadOnlyList<QuizItem> Quiz)
{
    public static Study None { get; } = new([], [], [], [], [], []);

    /// <summary>Numbers that people get wrong.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Whom people expect to find named.</summary>
    public IReadOnlyList<Naming> Namings { get; init; } = [];
}

/// <summary>A subject that the statement speaks of.</summary>
/// <param name="Also">Other names of it, lower case.</param>
/// <param name="Passages">To read, the most telling first.</param>
public sealed record Topic(string Name, IReadOnlyList<string> Also, IReadOnlyList<PassageId> Passages)
{
    internal bool IsCalled(string words) => words.Equals(Name, StringComparison.OrdinalIgnoreCase) || Also.Contains(words);
}

/// <summary>A recommendation's parts, each in its very words.</summary>
/// <param name="Addressee">Who is asked; empty where the text names nobody.</param>
/// <param name="Strength">How strongly: "need to", "should consider, as appropriate".</param>
/// <param name="Action">What for.</param>
/// <param name="Beneficiaries">For whom.</param>
/// <param name="Qualifiers">Under which conditions.</param>
public sealed record Obligation(PassageId Passage, string Addressee, string Strength,
    string Action, IReadOnlyList<string> Beneficiaries, IReadOnlyList<string> Qualifiers)
{
    internal IEnumerable<string> Words => [Addressee, Strength, Action, .. Beneficiaries, .. Qualifiers];
}

/// <summary>An instrument or body that the statement cites.</summary>
/// <param name="Words">How the text names it, verbatim.</param>
/// <param name="Date">The date that the text gives; empty where it gives none.</param>
public sealed record Reference(string Name, string Words, PassageId Passage, string Date);

/// <summary>An acronym or expression.</summary>
/// <param name="Expansion">What the text says it stands for, verbatim; empty where the text does not say.</param>
/// <param name="Passage">Where it is defined, or used.</param>
/// <param name="Shown">The passage that tells most about it.</param>
public sealed record Term(string Name, IReadOnlyList<string> Also, string Expansion, PassageId Passage, PassageId Shown);

/// <summary>A stop on the tour: a passage with a sentence of introduction.</summary>
public sealed record Stop(string Title, string Introduction, PassageId Passage);

/// <summary>A sentence of the text with a gap, and what could fill it.</summary>
/// <param name="Before">The words before the gap; with <paramref name="Right"/> and <paramref name="After"/> they stand so in the passage.</param>
/// <param name="Wrong">Words that don't stand there.</param>
public sealed record QuizItem(PassageId Passage, string Before, string Right, string After, IReadOnlyList<string> Wrong);

/// <summary>A number that the statement gives, and the nouns that it counts: "31", of "governments" and "members".</summary>
/// <param name="Fact">The sentence that says it.</param>
public sealed record Figure(PassageId Passage, string Number, IReadOnlyList<string> Nouns, string Fact);

/// <summary>Whom a statement names: "governments", "companies".</summary>
/// <param name="Passage">Where it speaks of them.</param>
/// <param name="Words">The words by which it does, verbatim.</param>
/// <param name="Nouns">What people call them, lower case.</param>
/// <param name="Fact">The sentence that says who is named, or that nobody is.</param>
public sealed record Naming(PassageId Passage, string Words, IReadOnlyList<string> Nouns, string Fact);
