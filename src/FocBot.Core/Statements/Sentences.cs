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
            if (!EndsAt(text, i))
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
}
