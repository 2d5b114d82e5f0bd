using System.Text.RegularExpressions;
using FocBot.Core.Answering;

namespace FocBot.Search.Analysis;

/// <summary>Prepares raw text for a tokenizer: folds Unicode variants and marks word boundaries that Lucene's StandardTokenizer does not see.</summary>
/// <remarks>StandardTokenizer keeps <c>_</c>, and <c>.</c> or <c>:</c> between letters, inside a word (Unicode UAX #29).</remarks>
static partial class WordBoundaries
{
    /// <summary>The folded text: acronyms without dots, a space at <c>_</c>, at <c>.</c> or <c>:</c> between letters, and at camelCase.</summary>
    /// <param name="source">The text; Lucene's reader of an empty string gives null.</param>
    internal static TextReader Mark(TextReader source) => new StringReader(Mark(source.ReadToEnd() ?? ""));

    static string Mark(string text)
    {
        var folded = Accents.Off(text);
        folded = Acronym().Replace(folded, match => match.Value.Replace(".", "", StringComparison.Ordinal));
        return InnerDelimiter().Replace(folded, " ");
    }

    // "F.O.C." is one word, "shutdowns.and" are two.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?!\p{L})")]
    private static partial Regex Acronym();

    [GeneratedRegex(@"_|(?<=\p{L})[.:](?=\p{L})|(?<=\p{Ll})(?=\p{Lu})")]
    private static partial Regex InnerDelimiter();
}
