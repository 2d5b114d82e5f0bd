using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Quotations;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>What a drafter copies: quotation, reference, link, footnote, for paragraphs or a topic.</summary>
sealed partial class Draft : ICommand
{
    public string Example => "draft 14";

    [GeneratedRegex(@"^draft(?: pack)?(?: (?:for |on |about |with )?(?<what>.+))?$")]
    private static partial Regex Asked();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (Asked().Match(said.Words) is not { Success: true } asked)
            return null;
        var what = asked.Groups["what"].Value;
        if (what.Length == 0)
            return said.Guide(said.Say["usage.draft"], Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
        if (await PassageReference.ReadAsync(said, what, NumberedKind.Paragraph, cancel) is { } named)
            return named.Problem ?? Pack(said, named.Passages, named.Passages is [var one] ? FileOf(one, $"{one.Id.Number}") : null);
        return TopicResolver.Resolve(said, what) is { Passages: [var first, ..] passages } found
            ? Pack(said, passages, found.Topic is { } topic ? FileOf(first, topic.Name) : null)
            : said.Silent(said.Say.Of("topic-none", ("topic", what)), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
    }

    static string FileOf(Passage passage, string what) => $"/statements/{passage.Id.Statement}/drafts/{Uri.EscapeDataString(what.ToLowerInvariant())}.docx";

    static Answer Pack(CommandContext said, IReadOnlyList<Passage> passages, string? file) =>
        said.Guide(DraftPack.Markdown(passages),
            Buttons.Cite(said.Say, passages[0]), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"))
        with
        { Excerpts = [.. passages.Select(Quote.Of)], IsList = true, Page = file is null ? null : new(said.Say["draft-file"], file) };
}
