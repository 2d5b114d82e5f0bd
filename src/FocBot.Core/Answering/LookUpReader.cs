using System.Text.RegularExpressions;

namespace FocBot.Core.Answering;

/// <summary>Reads what a question wants looked up: X of "does it mention X?", "what does it say about X?".</summary>
static partial class LookUpReader
{
    const string Text = "(?:it|this|that|they|you|the (?:statement|text|document|paper|declaration|convention|foc)|foc)";

    [GeneratedRegex($@"^\W*(?:and |so |but )?(?:(?:does|do|did|has|have) {Text} (?:ever |also |even |explicitly )?(?:mention|name|use|contain|include|"
        + $@"speak of|speak about|talk about|talk of|say (?:anything|something) (?:about|on)|refer to|discuss|address)(?: (?:the )?(?:words?|terms?|"
        + $@"expression))?|what (?:does|do|did) {Text} say (?:about|on|regarding)|what(?:'s| is) (?:said|written|stated) (?:about|"
        + $@"on)) (?<what>.+?)(?: (?:anywhere|at all|somewhere|in it|in (?:the|this) (?:statement|text)))?[\s?.!]*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Before();

    [GeneratedRegex($@"^\W*(?:is|are|was|were) (?<what>.+?) (?:ever |also |explicitly )?(?:mentioned|named|discussed|addressed|covered|"
        + $@"included)(?: (?:anywhere|at all|in it|in (?:the|this) (?:statement|text)|by {Text}))?[\s?.!]*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Behind();

    /// <summary>The words to look up; null for any other question.</summary>
    internal static string? Read(string english) =>
        Before().Match(english) is { Success: true } before ? before.Groups["what"].Value
        : Behind().Match(english) is { Success: true } behind ? behind.Groups["what"].Value : null;
}
