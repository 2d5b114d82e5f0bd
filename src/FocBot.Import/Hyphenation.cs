namespace FocBot.Import;

/// <summary>Joins lines of a paragraph, and the words that a line end has cut.</summary>
/// <param name="known">The words that stand inside lines, lower case: they tell "multi-stakeholder" from "informa-tion".</param>
sealed class Hyphenation(IReadOnlySet<string> known)
{
    readonly List<(string, string)> healed = [];

    /// <summary>The words that were joined, as their halves.</summary>
    internal IReadOnlyList<(string Left, string Right)> Healed => healed;

    /// <summary>The text with the next line behind it.</summary>
    internal string Join(string text, string next)
    {
        if (text.Length == 0)
            return next;
        if (text[^1] is not ('-' or '\u2010' or StatementMarkup.SoftHyphen) || text.Length < 2
            || !char.IsLetter(text[^2]) || next.Length == 0 || !char.IsLower(next[0]))
            return $"{text} {next}";
        var (left, right) = (LastWord(text[..^1]), FirstWord(next));
        if (text[^1] != StatementMarkup.SoftHyphen && known.Contains($"{left}-{right}".ToLowerInvariant())
            && !known.Contains((left + right).ToLowerInvariant()))
            return text + next;
        healed.Add((left, right));
        return text[..^1] + next;
    }

    static string LastWord(string text) => text[(text.LastIndexOfAny([' ', '-', '(', '“', '"']) + 1)..];

    static string FirstWord(string text) => new([.. text.TakeWhile(char.IsLetter)]);
}
