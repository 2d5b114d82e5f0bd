using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>Which statements there are: all, those of a year or an issuer, those that speak of a subject. The oldest first.</summary>
sealed partial class StatementList : ICommand
{
    public string Example => "statements on surveillance";

    public string PurposeKey => "help.statements";

    [GeneratedRegex(@"^(?:(?:list|show)(?: me)? )?(?:all |the |which |what )*statements (?:on|about|concerning|regarding|(?:that )?(?:mention|address|"
        + @"speak of|speak about|talk about|deal with|cover)) (?:the )?(?<subject>.+)$")]
    private static partial Regex OnSubject();

    [GeneratedRegex(@"^(?:(?:list|show)(?: me)? )?(?:all |the |which |what )*statements (?:are |were |issued |published |adopted )*(?<how>from|of|in|"
        + @"since|after|before|until) (?<year>\d{4})$")]
    private static partial Regex OfYear();

    [GeneratedRegex(@"^(?:(?:list|show)(?: me)? )?(?:all |the |which |what )*statements (?:are |were |issued |published |adopted )*(?:by|from|"
        + @"of) (?:the )?(?<issuer>.+)$")]
    private static partial Regex OfIssuer();

    public ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel) => new(Reply(said));

    static Answer? Reply(CommandContext said) =>
        said.Words == "statements" && said.Catalogue.Statements.Count > 1 ? Listed(said, said.Catalogue.Statements)
        : said.Words == "statement" && said.Scope.Statements.Count > 1 ? Listed(said, said.Scope.Statements)
        : OfYear().Match(said.Words) is { Success: true } of ? Listed(said,
            [.. said.Catalogue.Statements.Where(s => IsOf(s, of.Groups["how"].Value, int.Parse(of.Groups["year"].Value, CultureInfo.InvariantCulture)))])
        : OnSubject().Match(said.Words) is { Success: true } on ? On(said, on.Groups["subject"].Value)
        : OfIssuer().Match(said.Words) is { Success: true } by && IssuedBy(said, by.Groups["issuer"].Value) is { Count: > 0 } issued ? Listed(said, issued)
        : null;

    static bool IsOf(Statement statement, string how, int year) => how switch
    {
        "since" => statement.Front.Issued.Year >= year,
        "after" => statement.Front.Issued.Year > year,
        "before" => statement.Front.Issued.Year < year,
        "until" => statement.Front.Issued.Year <= year,
        _ => statement.Front.Issued.Year == year,
    };

    static List<Statement> IssuedBy(CommandContext said, string name) => [.. said.Catalogue.Statements.Where(s => s.Front.CoSponsors
        .Append(s.Front.Issuer).Append(s.Front.IssuerShort).Any(issuer => issuer.Equals(name, StringComparison.OrdinalIgnoreCase)))];

    static Answer Listed(CommandContext said, IReadOnlyList<Statement> statements)
    {
        if (statements.Count == 0)
            return said.Silent(said.Say["statements-none"], Buttons.Of(said.Say, "statements"));
        var sorted = statements.OrderBy(s => s.Front.Issued).ToList();
        var lines = sorted.Select(s => $"“{s.Front.Title}”, {s.Front.Issuer}, {s.Front.Date}{(s.Front.Status.Length > 0 ? $" ({s.Front.Status})" : "")}");
        return said.Guide($"{said.Say.Of("statements", ("count", sorted.Count))}\n{string.Join('\n', lines)}",
            CommandContext.Offered(sorted).Select(s => new Choice(s.Front.ShortTitle, $"use only {s.Id}")));
    }

    static Answer On(CommandContext said, string subject)
    {
        var speaking = said.Compare(subject).Where(c => c.Best is not null).ToList();
        return speaking.Count == 0
            ? said.Silent(said.Say.Of("statements-on-none", ("subject", subject)), Buttons.Of(said.Say, "statements"))
            : new Answer(AnswerKind.Answered,
                said.Say.Of("statements-on", ("count", speaking.Count), ("all", said.Scope.Statements.Count), ("subject", subject)),
                [.. speaking.Select(c => c.Best!)], [new(said.Say["button.compare"], $"compare {subject}"), Buttons.Of(said.Say, "statements")])
            { IsList = true, Confidence = 1, Labels = said.Say.Labels };
    }
}
