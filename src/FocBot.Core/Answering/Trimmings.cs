using System.Text;
using System.Text.RegularExpressions;

namespace FocBot.Core.Answering;

/// <summary>Takes off what a channel or a keyboard put around the words: mentions, markup, control characters.</summary>
static partial class Trimmings
{
    // A person mentioned, or everybody: <at>FocBot</at>, <@U012>, <!channel>, @here, @FocBot.
    [GeneratedRegex(@"<at[^>]*>.*?</at>|<[@!#][^>]*>|(?<=^|\s)@[\w.-]+", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Mention();

    [GeneratedRegex(@"<(script|style)\b[^>]*>.*?</\1\s*>|</?[a-z][^<>]{0,200}>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    /// <summary>The words alone, at most <see cref="Question.MaxLength"/> characters; of more, the beginning and the end.</summary>
    internal static string Off(string text)
    {
        const int half = Question.MaxLength / 2;
        var kept = text.Length > Question.MaxLength ? $"{text[..half]} {text[^(half - 1)..]}" : text;
        kept = Tag().Replace(Mention().Replace(Plain(kept), " "), " ");
        return Space().Replace(kept, " ").Trim();
    }

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
