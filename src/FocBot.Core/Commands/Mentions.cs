namespace FocBot.Core.Commands;

/// <summary>Whether a text has certain words, in any grammatical number.</summary>
static class Mentions
{
    /// <summary>Whether the words stand in the text one behind the other, as whole words.</summary>
    internal static bool Holds(string text, string words)
    {
        var (all, sought) = (Cut(text), Cut(words));
        for (var at = 0; sought.Count > 0 && at + sought.Count <= all.Count; at++)
        {
            if (sought.Index().All(w => all[at + w.Index] == w.Item))
                return true;
        }

        return false;
    }

    static List<string> Cut(string text) => [.. text.ToLowerInvariant()
        .Split([' ', ',', '.', ';', ':', '(', ')', '“', '”', '"', '–', '-', '/', '?', '!', '\u00A0', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(w => w.Length > 3 && w[^1] == 's' && w[^2] != 's' ? w[..^1] : w)];
}
