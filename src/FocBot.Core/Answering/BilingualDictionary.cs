using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>Reads words of another language into English, by that language's word list.</summary>
sealed class BilingualDictionary(AskerLanguage language)
{
    const int LongestPhrase = 3;
    const int LongestUnspaced = 8;
    const int LongestEnding = 3;
    const int ShortestStem = 4;

    readonly bool unspaced = language.Code is "zh" or "ja";
    readonly IReadOnlyDictionary<string, string> words = language.BilingualDictionary;
    // In order, so that words with one beginning stand together: a table of all beginnings would take much more memory.
    readonly string[] ordered = [.. language.BilingualDictionary.Keys.Where(w => !w.Contains(' ', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    internal string Code => language.Code;

    /// <summary>How many words speak for this language: its words of asking, and its script.</summary>
    internal double Recognises(List<string> typed) => typed.Sum(w =>
        IsScriptOf(w) ? 3 : language.Asking.Contains(w) ? 1 : words.ContainsKey(w) ? 0.6 : 0);

    /// <summary>The question in English words; words the list lacks stay as they are.</summary>
    internal string English(List<string> typed)
    {
        var english = new List<string>();
        if (unspaced)
            typed.ForEach(run => ReadUnspaced(run, english));
        else
            ReadSpaced(typed, english);
        return string.Join(' ', english);
    }

    void ReadSpaced(List<string> typed, List<string> english)
    {
        for (var i = 0; i < typed.Count;)
        {
            var taken = 0;
            for (var length = Math.Min(LongestPhrase, typed.Count - i); length > 0 && taken == 0; length--)
            {
                if (Look(string.Join(' ', typed.GetRange(i, length))) is not { } meaning)
                    continue;
                english.Add(meaning);
                taken = length;
            }

            if (taken == 0 && !language.Asking.Contains(typed[i]))
                english.Add(typed[i]);
            i += Math.Max(taken, 1);
        }
    }

    // "l'anonymat" and "d'internet" carry their article along.
    string? Look(string phrase) => words.TryGetValue(phrase, out var meaning) ? meaning
        : phrase.IndexOf('\'', StringComparison.Ordinal) is > 0 and < 4 and var cut ? Look(phrase[(cut + 1)..])
        : (language.Code == "ar" ? WithoutPrefix(phrase) : null) ?? OtherForm(phrase);

    // Another ending of a listed word: all but the last letters are the same.
    string? OtherForm(string word)
    {
        if (language.Asking.Contains(word))
            return null;
        for (var cut = 0; cut <= LongestEnding && word.Length - cut >= ShortestStem; cut++)
        {
            if (Beginning(word.AsSpan(0, word.Length - cut)) is { } listed)
                return words[listed];
        }

        return null;
    }

    // The listed word that is this and the shortest ending; of several the first.
    string? Beginning(ReadOnlySpan<char> stem)
    {
        if (unspaced)
            return null;
        var (low, high) = (0, ordered.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ordered[middle].AsSpan().SequenceCompareTo(stem) < 0 ? (middle + 1, high) : (low, middle);
        }

        string? best = null;
        for (; low < ordered.Length && ordered[low].AsSpan().StartsWith(stem); low++)
        {
            if (ordered[low].Length <= stem.Length + LongestEnding && (best is null || ordered[low].Length < best.Length))
                best = ordered[low];
        }

        return best;
    }

    // Arabic writes "and", "with", "for", "the" in one with the word.
    string? WithoutPrefix(string word) => new[] { "وال", "بال", "لل", "كال", "فال", "ال", "و", "ب", "ل", "ف" }
        .Where(p => word.Length > p.Length + 2 && word.StartsWith(p, StringComparison.Ordinal))
        .Select(p => words.GetValueOrDefault(word[p.Length..]) ?? words.GetValueOrDefault("ال" + word[p.Length..]))
        .FirstOrDefault(m => m is not null);

    void ReadUnspaced(string run, List<string> english)
    {
        for (var i = 0; i < run.Length;)
        {
            var taken = 0;
            for (var length = Math.Min(LongestUnspaced, run.Length - i); length > 0 && taken == 0; length--)
            {
                var piece = run.Substring(i, length);
                if (words.TryGetValue(piece, out var meaning))
                    english.Add(meaning);
                if (meaning is not null || language.Asking.Contains(piece))
                    taken = length;
            }

            if (taken == 0 && run[i] < 0x2E80)
                taken = Latin(run, i, english);
            i += Math.Max(taken, 1);
        }
    }

    static int Latin(string run, int from, List<string> english)
    {
        var end = from;
        while (end < run.Length && run[end] < 0x2E80)
            end++;
        english.Add(run[from..end]);
        return end - from;
    }

    bool IsScriptOf(string word) => word[0] switch
    {
        >= '\u0400' and <= '\u04FF' => language.Code == "ru",
        >= '\u0600' and <= '\u06FF' => language.Code == "ar",
        >= '\u4E00' and <= '\u9FFF' => language.Code == "zh",
        _ => false,
    };
}
