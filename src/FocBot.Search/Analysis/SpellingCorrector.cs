namespace FocBot.Search.Analysis;

/// <summary>Reads an unknown word as known ones: split where words were glued together, else by spelling, else by sound.</summary>
sealed class SpellingCorrector(Vocabulary vocabulary)
{
    const int Shortest = 4, Longest = 24, ShortestGlued = 7, LongestGlued = 60, ShortestBySound = 6;

    /// <summary>The words that <paramref name="word"/> is read as: itself where it is known or nothing is near.</summary>
    /// <param name="word">In lower case.</param>
    /// <param name="isName">Whether it was written like a name: then only one letter may be wrong.</param>
    internal IReadOnlyList<string> Read(string word, bool isName)
    {
        if (vocabulary.IsKnown(word) || !word.All(c => char.IsLetter(c) && c <= '\u024F'))
            return [word];
        if (word.Length is >= ShortestGlued and <= LongestGlued && Split(word) is { } parts)
            return parts;
        if (word.Length is < Shortest - 1 or > Longest)
            return [word];
        return [BySpelling(word, isName) ?? (isName ? null : BySound(word)) ?? word];
    }

    // The nearest, then one of asking, then the more frequent one, then the first in order.
    string? BySpelling(string word, bool isName) => vocabulary.Near(word, EditsIn(word, isName))
        .Where(near => near.Edits <= Allowed(near.Word, word, isName))
        .OrderBy(near => (near.Edits, vocabulary.IsFunctionWord(near.Word) ? 0 : 1, -near.Frequency))
        .ThenBy(near => near.Word, StringComparer.Ordinal)
        .Select(near => near.Word).FirstOrDefault();

    string? BySound(string word) => word.Length < ShortestBySound ? null
        : vocabulary.SoundingLike(word).Where(near => near.Length >= ShortestBySound && Math.Abs(near.Length - word.Length) <= 3)
            .Order(StringComparer.Ordinal).FirstOrDefault();

    static int EditsIn(string word, bool isName) => word.Length < 6 || isName ? 1 : 2;

    // A word of three letters is read as a word of asking only.
    int Allowed(string near, string word, bool isName) => vocabulary.IsFunctionWord(near) ? Math.Min(EditsIn(word, isName), 1 + (word.Length / 6))
        : word.Length < Shortest ? 0 : EditsIn(word, isName);

    // The fewest known words that make it up; of two such splits the one with the longer first word.
    List<string>? Split(string word)
    {
        var best = new (int Words, int From)[word.Length + 1];
        for (var end = 1; end <= word.Length; end++)
        {
            best[end] = (int.MaxValue, 0);
            for (var start = 0; start < end; start++)
            {
                if (best[start].Words < best[end].Words - 1 && IsPart(word[start..end]))
                    best[end] = (best[start].Words + 1, start);
            }
        }

        if (best[^1].Words is < 2 or int.MaxValue || best[^1].Words > 1 + (word.Length / 3))
            return null;
        var parts = new List<string>();
        for (var end = word.Length; end > 0; end = best[end].From)
            parts.Insert(0, word[best[end].From..end]);
        return parts;
    }

    bool IsPart(string part) => part.Length >= 2 && (vocabulary.IsFunctionWord(part) || (part.Length >= 3 && vocabulary.IsInTexts(part)));
}
