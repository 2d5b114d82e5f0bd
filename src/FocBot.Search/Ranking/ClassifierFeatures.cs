using FocBot.Search.Analysis;

namespace FocBot.Search.Ranking;

/// <summary>What the classifier sees of a question: stems, pairs of words, how it begins, parts of words, and its subject with synonyms.</summary>
static class ClassifierFeatures
{
    /// <summary>The groups of features; the features of each group are scaled to length 1 together.</summary>
    internal const int Groups = 3;

    const int PartSize = 4, LongestQuestion = 12;

    /// <summary>Each feature by name, with how much the word counts that it comes from.</summary>
    internal static IEnumerable<(int Group, string Name, float Weight)> Of(AnalyzedQuery query) =>
        Words(query).Concat(query.NativeWords.SelectMany(Parts)).Concat(Subjects(query));

    static IEnumerable<(int, string, float)> Words(AnalyzedQuery query)
    {
        var words = query.Words;
        for (var i = 0; i < words.Count; i++)
        {
            var weight = (float)words[i].Weight;
            yield return (0, words[i].Stem.Length > 0 ? words[i].Stem : words[i].Text, weight);
            if (i > 0 && words[i - 1].Weight == words[i].Weight)
                yield return (0, $"{words[i - 1].Text} {words[i].Text}", weight);
        }

        if (words.Count > 0)
            yield return (0, $"^{words[0].Text}", 1);
        if (words.Count > 1)
            yield return (0, $"^{words[0].Text} {words[1].Text}", 1);
        yield return (0, $"%{Math.Min(LongestQuestion, words.Count / 2)}", 1);
        if (ReferenceEquals(query.NativeWords, words) || query.NativeLanguage == "en")
            yield break;
        for (var i = 0; i < query.NativeWords.Count; i++)
        {
            yield return (0, query.NativeWords[i], 1);
            if (i > 0)
                yield return (0, $"{query.NativeWords[i - 1]} {query.NativeWords[i]}", 1);
        }
    }

    // Four characters in a row, over the word with its edges: what is left of a misspelt or an inflected word.
    static IEnumerable<(int, string, float)> Parts(string word)
    {
        var edged = $"_{word}_";
        for (var at = 0; at == 0 || at + PartSize <= edged.Length; at++)
            yield return (1, $"#{edged.AsSpan(at, Math.Min(PartSize, edged.Length - at))}", 1);
    }

    static IEnumerable<(int, string, float)> Subjects(AnalyzedQuery query) =>
        query.Subjects.SelectMany(w => w.Synonyms.Select(s => (2, $"~{s}", (float)w.Weight * 0.8f)).Prepend((2, $"~{w.Stem}", (float)w.Weight)));
}
