using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>Every place where words stand.</summary>
sealed partial class Phrase : ICommand
{
    const int Around = 60, MostLines = 40, MostExcerpts = 5;

    public string Example => "phrase \"open, free, secure\"";

    [GeneratedRegex("^\\s*(?:@\\S+\\s+)?(?:phrase|concordance)\\b[: ]*[\"\u201C\u201D']?(?<words>.*?)[\"\u201C\u201D']?\\s*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Asked();

    public ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel) =>
        new(said.Typed.Length <= Question.MaxLength && Asked().Match(said.Typed) is { Success: true } asked
            ? Of(said, asked.Groups["words"].Value.Trim()) : null);

    static Answer Of(CommandContext said, string words)
    {
        // Marks alone stand everywhere or nowhere: they are no words to look for.
        if (!MarkupStripper.Strip(words).Any(char.IsLetterOrDigit))
            return said.Guide(said.Say["usage.phrase"], Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
        var found = said.Scope.Statements.SelectMany(s => s.Passages).SelectMany(p => Places(p.Text, words).Select(at => (Passage: p, At: at))).ToList();
        if (found.Count == 0)
            return said.Silent(said.Say["phrase-none"], Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
        var isOfSeveral = found.DistinctBy(f => f.Passage.Id.Statement).Skip(1).Any();
        var lines = found.Take(MostLines).Select(f => $"{(isOfSeveral ? $"{f.Passage.Front.ShortTitle}, " : "")}{f.Passage.Place}: "
            + $"{Context(f.Passage.Text, f.At, words.Length)}");
        // Each statement has its turn.
        var excerpts = found.DistinctBy(f => f.Passage.Id).GroupBy(f => f.Passage.Id.Statement).SelectMany(of => of.Index())
            .OrderBy(f => f.Index).Take(MostExcerpts).Select(f => Quote.Around(f.Item.Passage, f.Item.At));
        return said.Show($"{said.Say.Of(found.Count == 1 ? "phrase-place" : "phrase-places", ("count", found.Count))}\n{string.Join('\n', lines)}", excerpts,
            Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
    }

    static IEnumerable<int> Places(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at
            + words.Length, StringComparison.OrdinalIgnoreCase))
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
