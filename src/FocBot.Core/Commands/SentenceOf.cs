using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>One sentence by its place: "the first sentence of the statement", "paragraph 2, sentence 1", "the last line of the challenges".</summary>
sealed partial class SentenceOf : ICommand
{
    public string? Example => null;

    [GeneratedRegex(@"(?:^|\b(?:the|its|very) )(?<place>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|opening|last|closing|final|very last|"
        + @"\d{1,2}(?:st|nd|rd|th)) (?:sentence|line|words) (?:of|in|from) (?:the )?(?<where>.+?)(?: - .*)?$|^(?<where>.+?),? sentence (?<place>\d{1,2})$")]
    private static partial Regex Asked();

    [GeneratedRegex("^(?:whole |entire |full |foc )?(?:statement|text|document|declaration|paper)$")]
    private static partial Regex Whole();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (Asked().Match(said.Words) is not { Success: true } asked)
            return null;
        var (where, place) = (asked.Groups["where"].Value.Trim('\'', '"', ' '), Place(said, asked.Groups["place"].Value));
        var (passages, problem) = await PassagesAsync(said, where, cancel);
        if (problem is not null || passages.Count == 0)
            return problem;
        var sentences = passages.SelectMany(p => p.Sentences.Select(s => new Excerpt(p, s) { IsSentence = true })).ToList();
        if (place > sentences.Count)
            return said.Silent(said.Say.Of("sentences-only", ("count", sentences.Count)), Buttons.Of(said.Say, "help"));
        var found = place < 0 ? sentences[^1] : sentences[place - 1];
        return said.Show(said.Say["picked"], [found], Buttons.Cite(said.Say, found.Passage), Buttons.Of(said.Say, "more"), Buttons.Of(said.Say, "help"));
    }

    // The last is -1.
    static int Place(CommandContext said, string place) => place switch
    {
        "opening" => 1,
        "closing" or "very last" => -1,
        _ => NumberParser.Read(place, said.Phrases.Nouns) is { Numbers: [not 0 and var number] } ? number : 1,
    };

    // A paragraph, a part by its heading, or the statement's running text, without its date and footnotes.
    static async ValueTask<(IReadOnlyList<Passage> Passages, Answer? Problem)> PassagesAsync(CommandContext said, string where, CancellationToken cancel)
    {
        if (Whole().IsMatch(where))
        {
            var (statement, which) = await said.OneAsync(_ => true, cancel);
            return (statement is null ? [] : Running(statement.Passages), which);
        }

        if (said.Scope.Statements.SelectMany(s => s.Passages).Where(p => where.Equals(p.Section, StringComparison.OrdinalIgnoreCase)
            || $"the {where}".Equals(p.Section, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } part)
            return (Running(part), null);
        return await PassageReference.ReadAsync(said, where, NumberedKind.Paragraph, cancel) is { } named ? (named.Passages, named.Problem) : ([], null);
    }

    static List<Passage> Running(IEnumerable<Passage> passages) =>
        [.. passages.Where(p => p.Kind is not (PassageKind.Date or PassageKind.Footnote or PassageKind.Link))];
}
