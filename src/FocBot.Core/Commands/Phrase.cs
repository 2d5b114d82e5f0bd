using System.Text.RegularExpressions;
using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>Every place where words stand.</summary>
static partial class Phrase
{
    const int Around = 60, MostLines = 40;

    [GeneratedRegex("^(?:phrase|concordance) [\"“”']?(.+?)[\"“”']?$", RegexOptions.IgnoreCase)]
    private static partial Regex Asked();

    internal static Command Command { get; } = new("phrase \"open, free, secure\"", "every place where words stand", said =>
    {
        if (Asked().Match(said.Text) is not { Success: true } asked)
            return null;
        var words = asked.Groups[1].Value.Trim();
        // Marks alone stand everywhere or nowhere: they are no words to look for.
        if (!words.Any(char.IsLetterOrDigit))
            return new(AnswerKind.Guidance, "Which words shall I look for? Say, for example: phrase \"open, free, secure\".", [], [new("Topics", "topics"), new("Help", "help")]);
        var found = said.Catalogue.Statements.SelectMany(s => s.Passages).SelectMany(p => Places(p.Text, words).Select(at => (Passage: p, At: at))).ToList();
        return found.Count == 0
            ? new(AnswerKind.Silent, "These words do not stand in the statement so.", [], [new("Search for them", words), new("Help", "help")])
            : new(AnswerKind.Answered, $"{found.Count} {(found.Count == 1 ? "place" : "places")}:\n{string.Join('\n', found.Take(MostLines).Select(f => $"para. {f.Passage.Id.Number}: {Context(f.Passage.Text, f.At, words.Length)}"))}",
                [.. found.DistinctBy(f => f.Passage.Id).Take(5).Select(f => Quote.Around(f.Passage, f.At))], [new("Topics", "topics"), new("Help", "help")])
            { IsList = true, Confidence = 1 };
    });

    static IEnumerable<int> Places(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase))
            yield return at;
    }

    // The line around the words, cut between words.
    static string Context(string text, int at, int length)
    {
        var start = at <= Around ? 0 : text.IndexOf(' ', at - Around) + 1;
        var last = at + length + Around;
        var end = last >= text.Length ? text.Length : text.LastIndexOf(' ', last);
        return $"{(start > 0 ? "… " : "")}{text[Math.Min(start, at)..Math.Max(end, at + length)]}{(end < text.Length ? " …" : "")}";
    }
}
