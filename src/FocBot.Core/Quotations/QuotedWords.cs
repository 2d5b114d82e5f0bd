using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FocBot.Core.Quotations;

/// <summary>One word of a quotation or of a text.</summary>
/// <param name="Plain">For comparing: lower case, without the marks around it.</param>
/// <param name="Typed">As it stands, with its marks; quotation marks and dashes in one form.</param>
/// <param name="Position">Where it begins, in UTF-16 code units.</param>
readonly record struct QuotedWord(string Plain, string Typed, int Position)
{
    /// <summary>Stands for words that the writer left out: "…", "...", "[...]".</summary>
    internal bool IsGap => Plain.Length == 0;
}

/// <summary>Cuts a quotation into words, as an editor reads it: a bracketed letter is a letter, an ellipsis stands for words left out.</summary>
static partial class QuotedWords
{
    // "[t]he": the writer changed a capital.
    [GeneratedRegex(@"\[(\p{L})\]")]
    private static partial Regex BracketedLetter();

    [GeneratedRegex(@"\[\s*sic!?\s*\]", RegexOptions.IgnoreCase)]
    private static partial Regex Sic();

    [GeneratedRegex(@"[\[(]?(\.( ?\.){2,}|…)[\])]?")]
    private static partial Regex Ellipsis();

    static readonly char[] marks = [.. "\"'.,;:!?()[]-*_…"];

    /// <summary>The words of a text; its own marks of omission are no words.</summary>
    internal static List<QuotedWord> OfText(string text) => [.. Cut(text).Where(w => !w.IsGap)];

    /// <summary>The words of a quotation, its marks of omission as gaps; none at its ends.</summary>
    internal static List<QuotedWord> OfQuotation(string quotation)
    {
        var read = Sic().Replace(BracketedLetter().Replace(Ellipsis().Replace(quotation, " … "), "$1"), " ");
        var words = Cut(read).ToList();
        var first = words.FindIndex(w => !w.IsGap);
        return first < 0 ? [] : words[first..(words.FindLastIndex(w => !w.IsGap) + 1)];
    }

    static IEnumerable<QuotedWord> Cut(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (IsSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && !IsSpace(text[end]))
                end++;
            var typed = Unified(text[at..end]);
            var plain = typed.Trim(marks).ToLowerInvariant();
            if (plain.Length > 0 || typed.Contains('…', StringComparison.Ordinal))
                yield return new(plain, typed, at);
            at = end;
        }
    }

    // A dash stands between words as a space does.
    static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u2013' or '\u2014' or '\u2015' || char.IsControl(c);

    // Curly and straight quotation marks are the same marks; invisible characters are none.
    static string Unified(string word)
    {
        var unified = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.Format)
                continue;
            unified.Append(c switch
            {
                '\u2018' or '\u2019' or '\u201A' or '\u2032' or '`' => '\'',
                '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u2033' => '"',
                '\u2010' or '\u2011' or '\u2212' => '-',
                _ => c,
            });
        }

        return unified.ToString();
    }
}
