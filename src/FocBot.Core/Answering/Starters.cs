using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>What somebody may begin with: the statement's own starters in their language, and the tour.</summary>
static class Starters
{
    const int Most = 6;

    internal static IReadOnlyList<Choice> Of(IReadOnlyList<Statement> statements, Wording say)
    {
        var written = statements.SelectMany(s => s.Starters).ToLookup(s => s.Language);
        var language = written.Contains(say.Labels.Language) ? say.Labels.Language : "en";
        List<Choice> starters = [.. written[language].Take(Most).Select(s => new Choice(s.Label, s.Says))];
        return starters.Count > 0 ? starters : [Buttons.Of(say, "statement"), Buttons.Of(say, "summary")];
    }
}
