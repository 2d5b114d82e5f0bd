namespace FocBot.Core.Statements;

/// <summary>A published policy statement, as read at start.</summary>
/// <param name="Front">Title, issuer, date and the like.</param>
/// <param name="Passages">In the statement's order, footnotes last; the passage with number n stands at n-1.</param>
public sealed record Statement(FrontMatter Front, IReadOnlyList<Passage> Passages)
{
    public string Id => Front.Id;

    /// <summary>The recommendations, in order.</summary>
    public IReadOnlyList<Passage> Recommendations { get; } = [.. Passages.Where(p => p.Kind == PassageKind.Recommendation)];

    /// <summary>The questions that each passage answers, in people's own words.</summary>
    public IReadOnlyList<SampleQuestion> Lines { get; init; } = [];

    /// <summary>Facts that a passage holds but does not show at a glance.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>What somebody can ask first, in the order of the file; none where the folder names none.</summary>
    public IReadOnlyList<Starter> Starters { get; init; } = [];

    /// <summary>How strongly recommendations are worded, the strongest first; none where the folder names none.</summary>
    public IReadOnlyList<Strength> Strengths { get; init; } = [];

    /// <summary>What helps to learn it.</summary>
    public Study Study { get; init; } = Study.None;

    /// <summary>The statement in other languages.</summary>
    public IReadOnlyList<Translation> Translations { get; init; } = [];

    /// <summary>The passage of that number; null where there is none.</summary>
    public Passage? Find(int number) => number >= 1 && number <= Passages.Count ? Passages[number - 1] : null;

    /// <summary>The first passage that the publisher numbers so, in any spelling: "article 19", "Article 19 (2)", "op7"; null where there is none.</summary>
    public Passage? FindLabel(string words)
    {
        var wanted = Key(words);
        return wanted.Count == 0 ? null
            : Passages.FirstOrDefault(p => p.Label is { } label && Key(label).SequenceEqual(wanted))
            ?? Passages.FirstOrDefault(p => p.Label is { } label && Key(label).Take(wanted.Count).SequenceEqual(wanted));

        // "Article 19, para. 2 (a)" and "article 19(2)(a)" are the same words.
        static List<string> Key(string label) => [.. label.ToLowerInvariant()
            .Split([' ', ',', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("para" or "paragraph" or "paras"))];
    }
}

/// <summary>One line of <c>questions.txt</c>: words by which people ask.</summary>
/// <param name="Passages">Those that answer, the best first; none where the statement is silent.</param>
/// <param name="History">What was asked before it, oldest first.</param>
public sealed record SampleQuestion(IReadOnlyList<PassageId> Passages, string Text, IReadOnlyList<string> History, string Language);

/// <summary>A fact said in one sentence when all its <paramref name="Words"/> are asked for.</summary>
public sealed record Fact(PassageId Passage, IReadOnlyList<string> Words, string Text);

/// <summary>A first question: a button's words, what it says, and the BCP 47 tag of their language.</summary>
public sealed record Starter(string Label, string Says, string Language);

/// <summary>A wording of recommendations, such as "need to", and how people ask for it, lower case.</summary>
public sealed record Strength(string Wording, IReadOnlyList<string> Said);

/// <summary>A subject near the field that no statement here speaks of, and how people ask for it.</summary>
public sealed record SilentSubject(string Name, IReadOnlyList<(string Text, string Language)> Lines);
