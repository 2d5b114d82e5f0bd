using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>What a statement says of itself: title, issuer, date, address, length, parts. From its front matter, not from search.</summary>
sealed partial class TheStatement : ICommand
{
    const string It = @"(?:(?:the|this|that|your|foc|joint|cyber ?security|human rights)(?: \w+)? )?(?:statement|text|document|declaration|paper)";

    public string Example => "statement";

    [GeneratedRegex($@"^(?:what(?:'s| is) )?(?:the )?(?:full |exact |official |complete )?(?:title|name)(?: of {It})?$|^(?:what is|what's|"
        + $@"how is) {It} (?:called|titled|named)$")]
    private static partial Regex Title();

    [GeneratedRegex($@"^(?:who|which (?:body|organi[sz]ation|group|coalition)) (?:has |have )?(?:issued|published|writes?|wrote|written|makes?|"
        + $@"adopted|made|released|signed|authored|drafted|is behind|put out) (?:this|it|{It})$|"
        + $@"^who (?:is|are) (?:the )?(?:issuers?|authors?|publishers?)(?: of (?:this|it|{It}))?$|"
        + $@"^(?:issuer|author|publisher)(?: of {It})?$|^who (?:do|can|should|could) (?:i|we) (?:attribute|credit) (?:this|it|{It}|the quotes?)(?: to|"
        + $@" for)?$|^whose statement is (?:this|it)$|^who (?:is|was) {It} (?:issued|published|written|made) by$")]
    private static partial Regex Issuer();

    [GeneratedRegex($@"^when (?:was|is|did) (?:(?:this|{It}) )(?:adopted|issued|published|released|made|written|signed|dated|from|come out)$|"
        + $@"^when is (?:this|it) from\b.{{0,40}}$|^(?:what(?:'s| is) )?(?:the )?date (?:of {It})$|^how old is {It}$|"
        + $@"^(?:from )?(?:what|which) year is {It}(?: from)?$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^when (?:was|is|did) it (?:adopted|issued|published|released|made|written|signed|dated|from|come out)$|^(?:what(?:'s| is) )?(?:the|"
        + @"its) date$|^how old is it$|^date$")]
    private static partial Regex DateOfIt();

    [GeneratedRegex($@"^(?:what(?:'s| is) )?(?:the |a )?(?:url|link|address|web ?page|web ?site|source|permalink|pdf)(?: (?:of|to|for) (?:it|this|"
        + $@"{It}))?$|^where (?:can|do|could) (?:i|we) (?:find|read|get|download|see) (?:it|this|(?:the )?(?:full |original |whole |"
        + $@"complete )*(?:statement|text|document)|{It})(?: online)?$|^where is {It}(?: published| online)?$|^(?:the )?(?:full|original|whole|"
        + $@"complete) (?:text|statement|document)$|^.{{0,60}}\b(?:an? |the )?(?:(?:official|original|direct|full) )*(?:link|url|web ?page|web ?site|"
        + $@"web address) (?:to|for|of) (?:it|{It})(?: online)?$")]
    private static partial Regex Address();

    [GeneratedRegex($@"^how (?:long|big) is (?:it|this|{It})$|^how many (?:words|pages|paragraphs?|passages|articles|sections|parts|chapters|"
        + $@"footnotes|headings)(?: (?:does (?:it|this|{It}) (?:have|contain)|are there|has it|is it|in (?:it|{It})|are in {It}))*$|^(?:the )?(?:length|size|"
        + $@"word count)(?: of {It})?$|^number of (?:words|paragraphs|passages|sections|pages)(?: (?:in|of) {It})?$")]
    private static partial Regex Length();

    [GeneratedRegex($@"^how many (?:recommendations|recs)(?: (?:are there|does (?:it|this|{It}) (?:have|contain|make|give)|do they make|has it|in (?:it|"
        + $@"{It}|total)|are in {It}|are made|there are))*$|^number of recommendations(?: in {It})?$")]
    private static partial Regex Count();

    [GeneratedRegex($@"^(?:what(?:'s| is| are) )?(?:the |its )?(?:structure|sections|parts|table of contents|contents|toc|headings|chapters)(?: of (?:it|"
        + $@"{It}))?$|^how is (?:it|this|{It}) (?:structured|organi[sz]ed|built|divided)$")]
    private static partial Regex Structure();

    [GeneratedRegex(@"^(?:and |so )?how many (?<noun>\p{L}+)(?: (?:are there|are they|in total|are in it|has it|does it have|are (?:in|part of|behind|"
        + @"members of) (?:it|this|the \w+)|signed(?: it)?|belong(?: to it)?|in the \w+|(?:does|do) the \w+ have))*$")]
    private static partial Regex HowMany();

    [GeneratedRegex("^(?:and|so|but) ")]
    private static partial Regex GoesOn();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (FigureOf(said) is { } figure)
        {
            return said.Show(figure.Fact, [Quote.Around(said.Catalogue.Find(figure.Passage)!,
                said.Catalogue.Find(figure.Passage)!.Text.IndexOf(figure.Number, StringComparison.Ordinal))],
                Buttons.Of(said.Say, "more"), Buttons.Cite(said.Say, said.Catalogue.Find(figure.Passage)!), Buttons.Of(said.Say, "help"));
        }

        if (KeyOf(said) is not { } key)
            return null;
        var (statement, which) = await said.OneAsync(s => key != "meta.count" || s.Recommendations.Count > 0, cancel);
        if (statement is null)
            return which;
        var lead = key == "statement" ? Whole(said, statement) : Fact(said, statement, key);
        return new Answer(AnswerKind.Answered, key == "statement" ? lead : said.Named(lead, statement), Excerpts(statement, key),
            [said.Ask(statement, "summary"), said.Ask(statement, "recommendations"), said.Ask(statement, "topics"), Buttons.Of(said.Say, "help")])
        { Confidence = 1, Labels = said.Say.Labels };
    }

    static Figure? FigureOf(CommandContext said) => HowMany().Match(said.Words) is { Success: true } asked
        ? said.Scope.Statements.SelectMany(s => s.Study.Figures).FirstOrDefault(f => f.Nouns.Contains(asked.Groups["noun"].Value))
        : null;

    // "it" is the statement only where nothing else was spoken of.
    static string? KeyOf(CommandContext said) => GoesOn().Replace(said.Words, "") switch
    {
        "statement" or "statements" => "statement",
        { Length: > 120 } => null,
        var w when Title().IsMatch(w) => "meta.title",
        var w when Issuer().IsMatch(w) => "meta.issuer",
        var w when Date().IsMatch(w) || (said.History.Count == 0 && DateOfIt().IsMatch(w)) => "meta.date",
        var w when Address().IsMatch(w) && (w != "source" || said.History.Count == 0) => "meta.address",
        var w when Length().IsMatch(w) => "meta.length",
        var w when Count().IsMatch(w) => "meta.count",
        var w when Structure().IsMatch(w) => "meta.structure",
        _ => null,
    };

    internal static string Whole(CommandContext said, Statement s) =>
        said.Say.Of("statement", ("title", s.Front.Title), ("issuer", s.Front.Issuer), ("date", s.Front.Date),
        ("parts", Parts(s)), ("count", s.Recommendations.Count));

    static string Parts(Statement s) => string.Join("; ", s.Passages.Select(p => p.Section).OfType<string>().Distinct());

    static string Fact(CommandContext said, Statement s, string key) => key == "meta.address" && s.Front.Source is null
        ? said.Say.Of("meta.no-address", ("page", $"/statements/{s.Id}"))
        : said.Say.Of(key, ("title", s.Front.Title), ("issuer", s.Front.Issuer),
            ("date", s.Front.Date), ("address", s.Front.Source ?? ""), ("page", $"/statements/{s.Id}"),
            ("parts", Parts(s)), ("count", s.Recommendations.Count), ("paragraphs", s.Passages.Count),
            ("sections", s.Passages.Select(p => p.Section).OfType<string>().Distinct().Count()), ("words", Words(s)));

    static int Words(Statement s) => s.Passages.Sum(p => p.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    static IReadOnlyList<Excerpt> Excerpts(Statement s, string key) => key switch
    {
        "meta.date" => [.. s.Passages.Where(p => p.Kind == PassageKind.Date).Take(1).Select(Quote.Of)],
        "statement" => [.. s.Passages.Where(p => p.Kind == PassageKind.Paragraph).Take(1).Select(Quote.Of)],
        _ => [],
    };
}
