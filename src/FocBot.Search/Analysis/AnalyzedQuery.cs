namespace FocBot.Search.Analysis;

/// <summary>One word of a question.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Text">After spelling correction.</param>
/// <param name="Stem">The term that text fields hold for it; empty for stop words.</param>
/// <param name="Weight">1 for the question's own words, less for those of its context.</param>
/// <param name="IsFunctionWord">Whether it is one of the words of asking, which carry no subject.</param>
/// <param name="Synonyms">Stems of its written synonyms.</param>
readonly record struct QueryWord(string Typed, string Text, string Stem, double Weight, bool IsFunctionWord, IReadOnlyList<string> Synonyms);

/// <summary>A term to search for, with its share in the query.</summary>
readonly record struct QueryTerm(string Stem, double Weight);

/// <summary>A question as the index reads it.</summary>
/// <param name="Words">The words of its reading in English, then those of its context.</param>
/// <param name="NativeLanguage">The language it was typed in.</param>
/// <param name="NativeWords">The words as typed; those of <paramref name="Words"/> for English.</param>
/// <param name="NativeTerms">Terms of that language's analyzer; empty for English.</param>
sealed record AnalyzedQuery(IReadOnlyList<QueryWord> Words, string NativeLanguage, IReadOnlyList<string> NativeWords, IReadOnlyList<string> NativeTerms)
{
    /// <summary>More words than this say nothing more, and a boolean query may have 1,024 clauses.</summary>
    internal const int MaxTerms = 24;

    const double SynonymWeight = 0.8;

    /// <summary>The words that carry the subject.</summary>
    internal IReadOnlyList<QueryWord> Subjects { get; } = [.. Words.Where(w => !w.IsFunctionWord && w.Stem.Length > 0)];

    /// <summary>What to search for in English fields: subject words and the synonyms of any word, each once by its greatest weight.</summary>
    internal IReadOnlyList<QueryTerm> Terms { get; } =
    [
        .. Words.SelectMany(w => w.Synonyms.Select(s => new QueryTerm(s, w.Weight * SynonymWeight))
            .Concat(w.IsFunctionWord || w.Stem.Length == 0 ? [] : [new QueryTerm(w.Stem, w.Weight)]))
            .GroupBy(t => t.Stem, (stem, same) => new QueryTerm(stem, same.Max(t => t.Weight))).Take(MaxTerms),
    ];

    /// <summary>How the words were read, a line a change.</summary>
    internal IEnumerable<string> Readings =>
        Words.Where(w => w.Text != w.Typed).Select(w => $"spelling: {w.Typed} read as {w.Text}")
            .Concat(Words.Where(w => w.Synonyms.Count > 0).Select(w => $"synonyms: {w.Text} ~ {string.Join(' ', w.Synonyms)}"));
}
