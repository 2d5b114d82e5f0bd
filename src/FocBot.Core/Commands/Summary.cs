using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>A statement in short: the first sentence of each section, verbatim.</summary>
sealed partial class Summary : ICommand
{
    const int MostParts = 12, ShownOfMany = 5;

    public string Example => "summary";

    [GeneratedRegex(@"^(?:(?:summari[sz]e|sum up|summary|tl;?dr|outline|overview|gist|main points?|key points?|key messages?|main messages?|essence|"
        + @"short version)(?: of)?|(?:what (?:is|are)|what's|a|an|the|short|brief|quick|give|one|your|its) ?(?:(?:a|the|its|short|brief|quick|main|key|"
        + @"most important) )*(?:summary|overview|gist|outline|(?:main|key|most important)? ?(?:points?|messages?|ideas?|takeaways?)|"
        + @"essence)(?: of)?)(?: (?:it|this|that|the (?:whole |entire )?(?:statement|text|document|paper|declaration)|this (?:statement|text|document)|"
        + @"everything|all))?(?: (?:in short|in brief|briefly|for (?:me|my [\w ]{2,30})|in a few (?:words|sentences|lines)))?$|^what (?:is|does|'s) (?:it|this|"
        + @"the (?:statement|text|document)|this (?:statement|text|document))(?: all)? about$|^what does (?:it|the statement|this statement|"
        + @"the document) say(?: in (?:short|brief|general|total|a nutshell))?$")]
    private static partial Regex Asked();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (!Asked().IsMatch(said.Words))
            return null;
        var (statement, which) = await said.OneAsync(_ => true, cancel);
        if (statement is null)
            return which;
        var excerpts = Excerpts(statement).ToList();
        List<Choice> choices = [Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help")];
        if (statement.Recommendations.Count > 0)
            choices.Insert(0, Buttons.Of(said.Say, "recommendations"));
        // The names of many parts are shorter than their sentences.
        return excerpts.Count > MostParts ? said.Show(TheStatement.Whole(said, statement), excerpts.Take(ShownOfMany), choices)
            : said.Show(said.Say.Of("summary", ("title", statement.Front.Title)), excerpts, choices);
    }

    static IEnumerable<Excerpt> Excerpts(Statement statement) => statement.Passages
        .Where(p => p.Kind is PassageKind.Paragraph or PassageKind.Recommendation)
        .GroupBy(p => p.Section).Select(g => Quote.Of(g.First()));
}
