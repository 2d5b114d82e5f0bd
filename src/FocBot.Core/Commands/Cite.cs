using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Quotations;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>A paragraph's citation in the styles that people need.</summary>
sealed partial class Cite : ICommand
{
    public string Example => "cite 14";

    [GeneratedRegex(@"^(?:how (?:do|can|should|would) (?:i|we|you|one) |how to )?(?:cite|reference|quote and cite)(?: (?<what>.+?))??"
        + @"(?: (?:in|as|for) (?:a |an |the |my |our )?(?:footnotes?|endnotes?|bibliography|references|paper|report|article|speech|brief|memo))?$")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^(?:give me )?(?:the |a )?(?:(?:full|complete|whole|proper|correct|formatted|formal|short|exact) )*(?:citation|reference|source|footnote)"
        + @"(?: (?:to|i can) (?:paste|copy|use)\b.{0,40}| (?:for|of|to) (?<what>.+))?$")]
    private static partial Regex Noun();

    [GeneratedRegex(@"^(?:what(?:'s| is) (?:the|your) source|where (?:does|did) (?:it|that|this) (?:say (?:that|this|so)|come from)|where is (?:that|"
        + @"this|it)(?: from)?|which paragraph(?: is (?:that|this|it))?|who says (?:that|so)"
        + @"|(?:that|it|this) as an? (?:citation|reference|footnote))$")]
    private static partial Regex Source();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        var words = said.Words;
        if (Source().IsMatch(words) || words is "source" or "citation" or "reference")
            return said.History.Count > 0 && await PassageReference.ReadAsync(said, "it", NumberedKind.Unsaid, cancel) is { } it
                ? Of(said, it, null) : words is "citation" ? Usage(said) : null;
        if ((Asked().Match(words) is { Success: true } match ? match : Noun().Match(words)) is not { Success: true } asked)
            return null;
        // "Cite the sentence I meant: paragraph 2".
        var (what, style) = StyleIn(asked.Groups["what"].Value.Split(": ")[^1]);
        if (what.Length == 0)
            return (style is not null || words != "cite") && await PassageReference.ReadAsync(said, "it", NumberedKind.Unsaid, cancel) is { } last
                ? Of(said, last, style) : Usage(said);
        return await PassageReference.ReadAsync(said, what, NumberedKind.Paragraph, cancel) is { } named ? Of(said, named, style)
            : what is "it" or "that" or "this" or "the statement" or "this statement" ? await WholeAsync(said, cancel)
            : null;
    }

    static Answer Usage(CommandContext said) => said.Guide(said.Say["usage.cite"], Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "help"));

    // "14 chicago", "14 in bibtex", "it un style".
    static (string What, string? Style) StyleIn(string what)
    {
        foreach (var style in CitationStyles.Names)
        {
            var name = style.ToLowerInvariant().Replace(" style", "", StringComparison.Ordinal);
            var match = Regex.Match(what, $@"(?:^|\s)(?:in |as |in the )?{Regex.Escape(name)}(?: style| format)?$", RegexOptions.None, TimeSpan.FromSeconds(1));
            if (match.Success)
                return (what[..match.Index].Trim(), style);
        }

        return (what.Trim(), null);
    }

    static Answer Of(CommandContext said, PassageReference reference, string? style)
    {
        if (reference.Problem is { } problem)
            return problem;
        var lines = reference.Passages.SelectMany(p => CitationStyles.Of(p).Where(s => style is null || s.Style == style).Select(s => $"{s.Style}: {s.Text}"));
        var first = reference.Passages[0];
        var statement = said.Catalogue.Statements.First(s => s.Id == first.Id.Statement);
        var note = said.Say.Of(first.Label is null ? "cite-note" : "cite-text", ("hash", Receipt.HashOf(statement)), ("receipt", first.Receipt));
        return said.Guide($"{string.Join('\n', lines)}\n{note}", Buttons.Draft(said.Say, first), Buttons.Read(said.Say, first), Buttons.Of(said.Say, "help"))
            with
        { Excerpts = [.. reference.Passages.Select(Quote.Of)] };
    }

    // "cite it" with nothing quoted before: the statement as a whole.
    static async ValueTask<Answer?> WholeAsync(CommandContext said, CancellationToken cancel)
    {
        var (statement, which) = await said.OneAsync(_ => true, cancel);
        if (statement is null)
            return which;
        var front = statement.Front;
        var source = front.Source is { } address ? $", {address}" : "";
        return said.Guide($"{front.Issuer}, “{front.Title}” ({front.Date}){source}\n{said.Say["usage.cite"]}",
            Buttons.Of(said.Say, "statement"), Buttons.Of(said.Say, "help"));
    }
}
