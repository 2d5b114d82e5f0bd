namespace FocBot.Core.Statements;

/// <summary>Cuts a passage into sentences.</summary>
static class Sentences
{
    /// <summary>Spans in order; every non-space character lies in exactly one.</summary>
    internal static IReadOnlyList<TextSpan> Split(string text)
    {
        var spans = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length - 1; i++)
        {
            if (!EndsAt(text, i) || IsAbbreviated(text.AsSpan(start, i - start)))
                continue;
            spans.Add(new(start, i + 1 - start));
            start = i + 2;
        }

        if (start < text.Length)
            spans.Add(new(start, text.Length - start));
        return spans;
    }

    static bool EndsAt(string text, int i) =>
        text[i] is '.' or '!' or '?' && text[i + 1] == ' ' && i + 2 < text.Length
        && (char.IsUpper(text[i + 2]) || text.AsSpan(i + 2).StartsWith("http", StringComparison.Ordinal));

    // "1. Members shall", "Recommendation No. R (85) 10": no sentence ends there.
    static bool IsAbbreviated(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return (word.Length == before.Length && word.Length <= 3 && (char.IsDigit(word[0]) || word.Length == 1))
            || word is "No" or "Nos" or "Art" or "Mr" or "Mrs" or "Ms" or "Dr";
    }
}
