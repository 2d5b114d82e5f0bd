using System.Text.RegularExpressions;

namespace FocBot.Core.Answering;

/// <summary>Cuts a chat message into its sentences: small talk around a question is no part of it.</summary>
static partial class SentenceSplitter
{
    const int LongestMessage = 400, MostSentences = 8;

    [GeneratedRegex(@"(?<=[\p{L}\p{M})'\u2019] ?[.!?\u3002\uFF01\uFF1F\u061F]+|[.!?]{2,})\s+|,\s+(?=(?:can|could|would|will) you\b)|"
        + @"(?<=\p{L}\s\d{1,4}[.!?]+)\s+(?=\p{Lu})|(?<=[\u3002\uFF01\uFF1F])|(?<=\p{L}{2} ?:)\s+|\s*[\r\n]+\s*")]
    private static partial Regex End();

    /// <summary>The sentences in their order; none where there is only one, where words are quoted, or where the message is long.</summary>
    internal static IReadOnlyList<string> Read(string message)
    {
        if (message.Length > LongestMessage || message.IndexOfAny(['"', '\u201C', '\u201D', '\u201E', '\u00AB']) >= 0)
            return [];
        var sentences = End().Split(message).Where(s => s.Any(char.IsLetterOrDigit)).ToList();
        return sentences.Count is > 1 and <= MostSentences ? sentences : [];
    }
}
