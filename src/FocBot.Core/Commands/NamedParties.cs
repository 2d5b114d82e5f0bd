using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>Whom the statements name: "which governments does it name", "does it single out any companies".</summary>
sealed partial class NamedParties : ICommand
{
    const string It = "(?:it|they|this|the (?:statement|text|document|foc|coalition)|foc|you)";

    const string Verb = "(?:named?|single out|call out|called out|singled out|identify|identified|accused?|blamed?)";

    const string Any = "(?:(?:any|a|an|the|specific|particular|certain|individual|single|concrete|some|offending|guilty|responsible) )*";

    public string? Example => null;

    [GeneratedRegex($@"^(?:and |so |but )?(?:"
        + $@"(?:which|what|whose) {Any}(?<noun>\w+) (?:does|did|do|has|have) {It} (?:{Verb}|mention|list|critici[sz]e|condemn|point (?:the |a )?fingers? at)|"
        + $@"(?:does|did|do) {It} (?:explicitly |actually |really |even )?{Verb} {Any}(?<noun>\w+)|"
        + $@"(?:are|is|were|was) (?:there )?{Any}(?<noun>\w+) (?:{Verb}|mentioned by name)|"
        + $@"(?:which|what) (?<noun>\w+) (?:is|are|was|were) (?:{Verb}|mentioned by name)|"
        + @"who (?:are|were) (?:all )?(?:the |its |your )?(?:foc'?s? |foc |coalition'?s? )?(?<noun>\w+)(?: of (?:the )?(?:foc|coalition|statement))?|"
        + @"(?:the |a )?(?:full |complete )?list of (?:all )?(?:the |its )?(?:foc |coalition )?(?<noun>\w+)"
        + @")(?: by name| explicitly| here)?$")]
    private static partial Regex Asked();

    // Behind an answer that speaks of them: "which ones?", "which countries?", "name them".
    [GeneratedRegex(@"^(?:and |so |but )?(?:which ones?|who are they|who (?:exactly|is it|is that)|name (?:them|names)|which (?<noun>\w+)(?: exactly)?)$")]
    private static partial Regex AskedOfLast();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (Asked().Match(said.Words) is { Success: true } asked)
            return Find(said, asked.Groups["noun"].Value) is { } named ? Answer(said, named) : null;
        if (AskedOfLast().Match(said.Words) is not { Success: true } of || said.History.Count == 0)
            return null;
        var naming = of.Groups["noun"] is { Success: true, Value: var noun } ? Find(said, noun)
            : await said.LastAnswerAsync(cancel) is not { Excerpts: [var shown, ..] } ? null
            : said.Scope.Statements.SelectMany(s => s.Study.Namings).FirstOrDefault(n => shown.Text.Contains(n.Words, StringComparison.Ordinal));
        return naming is null ? null : Answer(said, naming);
    }

    static Naming? Find(CommandContext said, string noun) => said.Scope.Statements.SelectMany(s => s.Study.Namings).FirstOrDefault(n => n.Nouns.Contains(noun));

    static Answer Answer(CommandContext said, Naming naming)
    {
        var passage = said.Catalogue.Find(naming.Passage)!;
        return said.Show(naming.Fact, [Quote.Around(passage, passage.Text.IndexOf(naming.Words, StringComparison.Ordinal))],
            Buttons.Of(said.Say, "more"), Buttons.Cite(said.Say, passage), Buttons.Of(said.Say, "help"));
    }
}
