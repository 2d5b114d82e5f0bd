using System.Text.RegularExpressions;

namespace FocBot.Core.Answering;

/// <summary>A word of a question that no statement has, at its place in the question.</summary>
sealed partial class UnknownWord
{
    // So few words are a subject and nothing else.
    const int FewWords = 3;

    readonly string text, word;
    readonly int at;

    /// <param name="text">The question as typed.</param>
    /// <param name="word">The word as the search gives it, in small letters.</param>
    internal UnknownWord(string text, string word)
    {
        (this.text, this.word) = (text, word);
        at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"^(?:.*\W)?(?:about|on|of|for|to|with|without|against|from|what|which|any|the|an?|no|and|or|like|mentions?|named?|called|as)\W+$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex BeforeSubject();

    internal string AsTyped => at < 0 ? word : text.Substring(at, word.Length);

    /// <summary>Whether it is a name: written with a capital inside a sentence, behind small letters.</summary>
    internal bool IsName => at > 0 && char.IsUpper(text[at]) && !IsFirst && text[..at].Any(char.IsLower);

    /// <summary>Whether it can be called what is asked for: a name, or what follows the words that subjects follow.</summary>
    /// <remarks>"Pays" in "who pays for that" is none.</remarks>
    internal bool IsSubject => at >= 0 && word.Length > 1 && word.All(char.IsLetterOrDigit) && word.Any(char.IsLetter)
        && (IsFirst ? Words(text) <= FewWords || AsTyped.Count(char.IsUpper) > 1 : char.IsUpper(text[at]) || BeforeSubject().IsMatch(text[..at]));

    // Whoever opens a sentence with "lol" or "Skip that" asks for neither; "NIS2 - what is it" asks for that.
    bool IsFirst => !text[..at].Any(char.IsLetterOrDigit) || text[..at].TrimEnd() is [.., '.' or '!' or '?' or ':' or '\n'];

    static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
