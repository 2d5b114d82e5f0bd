using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace FocBot.Core.Answering;

/// <summary>Takes off what a channel or a keyboard put around the words: mentions, markup, control characters.</summary>
static partial class MarkupStripper
{
    static readonly SearchValues<char> Marks = SearchValues.Create("<>@{}$%=[]|");

    static readonly SearchValues<char> PlainLetters = SearchValues.Create(" !\"'(),-./0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    static readonly SearchValues<string> Operators = SearchValues.Create(["AND", "OR", "NOT", "NEAR"], StringComparison.Ordinal);

    // A person mentioned, or everybody: <at>FocBot</at>, <@U012>, <!channel>, @here, @FocBot.
    [GeneratedRegex(@"<at[^>]*>.*?</at>|<[@!#][^>]*>|(?<=^|\s)@[\w.-]+", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Mention();

    // What a clipboard brings along without attributes. Any other single word in angle brackets is the person's own.
    const string Elements = "a|abbr|b|big|blockquote|body|br|center|del|div|dd|dl|dt|em|font|h[1-6]|hr|html|i|img|ins|kbd|li|ol|p|pre|q|s|samp|small|"
        + "span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|script";

    // A known element, anything with an attribute, and anything that closes.
    [GeneratedRegex(
        $@"<(script|style)\b[^>]*>.*?</\1\s*>|<(?:{Elements})>|<[a-z][^<>=]{{0,60}}=[^<>]{{0,200}}>|</[a-z][^<>]{{0,200}}>|<[a-z]\w{{0,20}}\s?/>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Tag();

    // What speaks to a program, not to a reader: templates, format marks, control tokens, a link's address, comparisons.
    [GeneratedRegex(@"\{\{.*?\}\}|\$\{.*?\}|<\|.*?\|>|(?<!\d)%[a-z](?![a-z])|(?<=\])\([^)\s]*\)|(?<=^|\s)[^\s=]+=[^\s=]+", RegexOptions.Singleline)]
    private static partial Regex Code();

    // Operators of search languages stand in capitals among small letters.
    [GeneratedRegex(@"(?<=[a-z].*|^)\b(?:AND|OR|NOT|NEAR)\b(?:/\d+)?(?=.*[a-z])", RegexOptions.Singleline)]
    private static partial Regex Operator();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    /// <summary>The words alone, at most <see cref="Question.MaxLength"/> characters; of more, the beginning and the end.</summary>
    internal static string Strip(string text)
    {
        if (IsPlain(text))
            return text;
        const int half = Question.MaxLength / 2;
        var kept = text.Length > Question.MaxLength ? $"{text[..half]} {text[^(half - 1)..]}" : text;
        kept = Plain(kept);
        // Most people type plain words: only marks make the slow way needed.
        if (kept.AsSpan().IndexOfAny(Marks) >= 0)
            kept = Code().Replace(Tag().Replace(Mention().Replace(kept, " "), " "), " ");
        if (kept.AsSpan().ContainsAny(Operators))
            kept = Operator().Replace(kept, " ");
        return Space().Replace(kept, " ").Trim();
    }

    // Nothing to take off: most of what people type.
    static bool IsPlain(string text) => text.Length <= Question.MaxLength && text.AsSpan().IndexOfAnyExcept(PlainLetters) < 0
        && !text.Contains("  ", StringComparison.Ordinal) && !text.StartsWith(' ') && !text.EndsWith(' ') && !text.AsSpan().ContainsAny(Operators);

    // Control characters and lone surrogates become spaces; invisible marks go.
    static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune == Rune.ReplacementChar || category is System.Globalization.UnicodeCategory.Control)
                plain.Append(' ');
            else if (category is not System.Globalization.UnicodeCategory.Format)
                plain.Append(rune);
        }

        return plain.Replace('\u2019', '\'').Replace('\u2018', '\'').ToString();
    }
}
