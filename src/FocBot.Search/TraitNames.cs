namespace FocBot.Search;

enum TraitKind
{
    Words,
    Parts,
    Meanings,
}

/// <summary>Names the traits of a question. Marks keep the kinds apart: <c>#part</c>, <c>~meaning</c>, <c>^first</c>, <c>%length</c>.</summary>
static class TraitNames
{
    const int LongestName = 100, LongestQuestion = 12;

    /// <summary>Hears one trait: its kind, its name, and how much the word counts that it comes from.</summary>
    internal delegate void Hear(TraitKind kind, ReadOnlySpan<char> name, double weight);

    /// <summary>Names every trait, kind by kind; one may come more than once.</summary>
    internal static void Of(SeenWords seen, Hear hear)
    {
        Span<char> buffer = stackalloc char[LongestName];
        WordsOf(seen, buffer, hear);
        Parts(seen.Native, buffer, hear);
        foreach (var word in seen.English)
        {
            if (word.IsAsking)
                continue;
            hear(TraitKind.Meanings, Join(buffer, "~", word.Stem), word.Weight);
            foreach (var (_, stem, weight) in word.Same)
                hear(TraitKind.Meanings, Join(buffer, "~", stem), word.Weight * weight);
        }
    }

    static void WordsOf(SeenWords seen, Span<char> buffer, Hear hear)
    {
        var words = seen.English;
        for (var i = 0; i < words.Count; i++)
        {
            hear(TraitKind.Words, words[i].Stem, words[i].Weight);
            // Words of one sentence weigh the same.
            if (i > 0 && words[i - 1].Weight == words[i].Weight)
                hear(TraitKind.Words, Join(buffer, words[i - 1].Raw, " ", words[i].Raw), words[i].Weight);
        }

        if (words.Count > 0)
            hear(TraitKind.Words, Join(buffer, "^", words[0].Raw), 1);
        if (words.Count > 1)
            hear(TraitKind.Words, Join(buffer, "^", words[0].Raw, " ", words[1].Raw), 1);
        hear(TraitKind.Words, ['%', (char)('0' + Math.Min(LongestQuestion, words.Count / 2))], 1);
        if (ReferenceEquals(words, seen.Native))
            return;
        foreach (var word in seen.Native)
            hear(TraitKind.Words, word.Stem, word.Weight);
    }

    // Character 4-grams over each word with its edges; pairs of characters where a script writes no spaces.
    static void Parts(IReadOnlyList<QuestionWord> words, Span<char> buffer, Hear hear)
    {
        const int size = 4;
        Span<char> part = stackalloc char[size + 1];
        part[0] = '#';
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Raw;
            if (word[0] >= 0x2E80)
            {
                if (i > 0 && words[i - 1].Raw[0] >= 0x2E80)
                    hear(TraitKind.Parts, Join(buffer, "#", words[i - 1].Raw, word), words[i].Weight);
                continue;
            }

            var edged = Join(buffer, "_", word, "_");
            for (var at = 0; at == 0 || at + size <= edged.Length; at++)
            {
                var its = edged[at..Math.Min(edged.Length, at + size)];
                its.CopyTo(part[1..]);
                hear(TraitKind.Parts, part[..(its.Length + 1)], words[i].Weight);
            }
        }
    }

    static ReadOnlySpan<char> Join(Span<char> buffer, params ReadOnlySpan<string> pieces)
    {
        var length = 0;
        foreach (var piece in pieces)
        {
            var fits = Math.Min(piece.Length, buffer.Length - length);
            piece.AsSpan(0, fits).CopyTo(buffer[length..]);
            length += fits;
        }

        return buffer[..length];
    }
}
