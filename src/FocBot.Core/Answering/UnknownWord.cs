using System.Text.RegularExpressions;

namespace FocBot.Core.Answering;

/// <summary>A word of a question that no statement has, at its place in the question.</summary>
sealed partial class UnknownWord
{
    readonly string text, word;
    readonly int at;

    /// <param name="text">The question as typed.</param>
    /// <param name="word">The word as the search gives it, in small letters.</param>
    internal UnknownWord(string text, string word)
    {
        (this.text, this.word) = (text, word);
        at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"^(?:.*\W)?(?:about|on|of|for|to|with|without|against|from|what|which|any|the|an?|no|and|or|like|mentions?|named?|called|as)\W+$|^\W*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex BeforeSubject();

    internal string AsTyped => at < 0 ? word : text.Substring(at, word.Length);

    /// <summary>Whether it is a name: written with a capital behind small letters.</summary>
    internal bool IsName => at > 0 && char.IsUpper(text[at]) && text[..at].Any(char.IsLower);

    /// <summary>Whether it can be called what is asked for: a name, or what follows the words that subjects follow.</summary>
    /// <remarks>"Pays" in "who pays for that" is none.</remarks>
    internal bool IsSubject => at >= 0 && word.Length > 1 && word.All(char.IsLetterOrDigit) && word.Any(char.IsLetter)
        && (char.IsUpper(text[at]) || BeforeSubject().IsMatch(text[..at]));
}
