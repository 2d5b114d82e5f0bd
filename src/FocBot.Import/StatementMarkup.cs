using System.Text.RegularExpressions;

namespace FocBot.Import;

/// <summary>Writes words in the form of statement.md.</summary>
static partial class StatementMarkup
{
    internal const char SoftHyphen = '\u00AD';

    [GeneratedRegex(@"[\\\[\]<>{}|]")]
    private static partial Regex Special();

    [GeneratedRegex(@"^([-#>])(?=\s|#)")]
    private static partial Regex SpecialAtStart();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Word();

    /// <summary>Plain words: what would be markup is escaped, soft hyphens go.</summary>
    internal static string Escape(string plain) => Special().Replace(plain.Replace($"{SoftHyphen}", "", StringComparison.Ordinal), @"\$0");

    internal static string Mark(string mark) => $"[^{mark}]";

    /// <summary>A link; the words alone where the address can't be written in statement.md.</summary>
    internal static string Link(string markup, string address) =>
        address.StartsWith("http", StringComparison.OrdinalIgnoreCase) && markup.Trim().Length > 0 && address.AsSpan().IndexOfAny(" ()<>") < 0
            ? $"[{markup}]({address})" : markup;

    /// <summary>One line: space made one space each, nothing at its ends, no mark of a block at its start.</summary>
    internal static string Line(string markup) => SpecialAtStart().Replace(Space().Replace(markup, " ").Trim(), @"\$1");

    [GeneratedRegex(@"\[\^[^\]]+\]|\]\(http[^)]*\)|(?<!\\)\[|\\(?=[\\\[\]<>{}|#-])|^<(?=http)|>$")]
    private static partial Regex Markup();

    /// <summary>The words without footnote marks, addresses of links and escapes.</summary>
    internal static string Plain(string markup) => Markup().Replace(markup, "");

    /// <summary>The words of a plain text: letters, marks and digits.</summary>
    internal static IEnumerable<string> Words(string plain) =>
        Word().Matches(plain.Replace($"{SoftHyphen}", "", StringComparison.Ordinal)).Select(m => m.Value);
}
