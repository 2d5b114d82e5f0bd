using System.Runtime.InteropServices;

namespace FocBot.Search;

/// <summary>A stem of the shelf that means nearly the same as a word, and how nearly: below 1.</summary>
readonly record struct Synonym(int Number, string Stem, double Weight);

/// <summary>One word of a question: as typed, as read, its stem, its weight.</summary>
/// <param name="Number">The stem's number on the shelf; -1 where the shelf lacks it.</param>
/// <param name="Row">Where its meaning stands among the vectors; below 0 where it has none.</param>
/// <param name="IsAsking">Whether it is one of the words of asking, which carry no subject.</param>
/// <param name="Same">What means nearly the same.</param>
readonly record struct QuestionWord(string Typed, string Raw, string Stem, int Number, int Row, double Weight, bool IsAsking, Synonym[] Same);

/// <summary>A question's words: those of its reading in English, and those typed; one and the same where it was English.</summary>
sealed record SeenWords(List<QuestionWord> English, List<QuestionWord> Native)
{
    /// <summary>The words of the subject.</summary>
    internal List<QuestionWord> Subjects { get; } = SubjectsOf(English);

    /// <summary>Stems to look for in full text: of the subject words, and of what means nearly the same as any word; each once, by its greatest weight.</summary>
    internal List<(int Stem, double Weight)> Terms { get; } = TermsOf(English);

    /// <summary>Says how the words were read, a line a change.</summary>
    internal IReadOnlyList<string> Readings() =>
    [
        .. English.Where(w => w.Raw != w.Typed && w.Typed.Length > 2 && !w.Raw.StartsWith(w.Typed, StringComparison.Ordinal)).Select(w => $"spelling: {w.Typed} read as {w.Raw}"),
        .. English.Where(w => w.Same.Length > 0).Select(w => $"synonyms: {w.Raw} ~ {string.Join(' ', w.Same.Select(s => s.Stem).Distinct())}"),
    ];

    static List<QuestionWord> SubjectsOf(List<QuestionWord> words)
    {
        var subjects = new List<QuestionWord>(words.Count);
        foreach (var word in words)
        {
            if (!word.IsAsking)
                subjects.Add(word);
        }

        return subjects;
    }

    static List<(int Stem, double Weight)> TermsOf(List<QuestionWord> words)
    {
        var most = 0;
        foreach (var word in words)
            most += 1 + word.Same.Length;
        var terms = new List<(int Stem, double Weight)>(most);
        // Few: looking along them is faster than a table.
        foreach (var word in words)
        {
            if (!word.IsAsking && word.Number >= 0)
                Keep(word.Number, word.Weight);
            foreach (var (number, _, weight) in word.Same)
                Keep(number, word.Weight * weight);
        }

        return terms;

        void Keep(int stem, double weight)
        {
            foreach (ref var term in CollectionsMarshal.AsSpan(terms))
            {
                if (term.Stem != stem)
                    continue;
                term.Weight = Math.Max(term.Weight, weight);
                return;
            }

            terms.Add((stem, weight));
        }
    }
}
