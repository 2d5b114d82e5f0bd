using System.Text.RegularExpressions;
using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>What each statement says about a subject, the oldest first; who is silent is said to be.</summary>
sealed partial class CompareStatements : ICommand
{
    public string Example => "compare surveillance";

    [GeneratedRegex(@"^(?:compare|comparison of)(?: (?:what )?(?:they|the statements|all statements|statements)(?: all)?(?: say| said)?)?(?: (?:on|"
        + @"about))? (?:the )?(?<subject>.+)$|^what do (?:they all|the statements|all (?:the )?statements) say (?:on|about) (?:the )?(?<subject>.+)$")]
    private static partial Regex Asked();

    [GeneratedRegex(@" (?:with|to|and|vs?\.?|versus|against|compared (?:to|with)) ")]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:how|what|where) (?:it|they|the statement|the text) \w+ (?:of |from |to |about |on |with )?")]
    private static partial Regex Frame();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (Asked().Match(said.Words) is not { Success: true } asked)
            return null;
        var subject = asked.Groups["subject"].Value;
        if (said.Scope.Statements is [_] && TopicResolver.Named(said, subject) is null
            && await SideBySideAsync(said, Between().Split(subject), cancel) is { } sideBySide)
            return sideBySide;
        var compared = said.Compare(subject);
        var speaking = compared.Where(c => c.Best is not null).ToList();
        if (speaking.Count == 0 && said.Scope.Statements is [_])
            return null;
        var lines = compared.Select(c =>
            $"{c.Statement.Front.Date}, {c.Statement.Front.ShortTitle}: {(c.Best is { } best ? best.Passage.Place : said.Say["compare-silent"])}");
        var lead = $"{said.Say.Of("compare-statements", ("subject", subject))}\n{string.Join('\n', lines)}";
        List<Choice> choices = [Buttons.Of(said.Say, "statements"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help")];
        return speaking.Count == 0 ? said.Silent(lead, choices)
            : new Answer(AnswerKind.Answered, lead, [.. speaking.Select(c => c.Best!)], choices) { IsList = true, Confidence = 1, Labels = said.Say.Labels };
    }

    // Within one statement two subjects are compared: "what it asks of governments with what it asks of companies".
    static async ValueTask<Answer?> SideBySideAsync(CommandContext said, string[] subjects, CancellationToken cancel)
    {
        var (lines, excerpts) = (new List<string> { said.Say["compare"] }, new List<Excerpt>());
        foreach (var subject in subjects.Length < 2 ? [] : subjects)
        {
            var answer = await said.ReplyAsync(subject, cancel);
            if (answer.Kind != AnswerKind.Answered)
                answer = await said.ReplyAsync(Frame().Replace(subject, ""), cancel);
            if (answer.Kind != AnswerKind.Answered)
                return null;
            lines.Add($"{subject}: {string.Join("; ", answer.MainExcerpts.Select(e => e.Passage.Place))}");
            excerpts.AddRange(answer.MainExcerpts);
        }

        return excerpts.Count == 0 ? null
            : said.Show(string.Join('\n', lines), excerpts.DistinctBy(e => e.Passage), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
    }
}
