using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>Thanks, greetings and the like: one short line, and after an answer a next step.</summary>
sealed class Courtesies : ICommand
{
    public string? Example => null;

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Phrases.CourtesyOf(said.Typed) is not var (kind, language))
            return null;
        var say = said.Phrases.In(language == "en" ? said.Language : language);
        if (kind == "greeting" && said.History.Count == 0)
            return Help.Greet(said, say);
        var choices = await NextAsync(said, say, cancel);
        return new(AnswerKind.Guidance, say[$"courtesy.{kind}"], [], choices) { Labels = say.Labels };
    }

    static async ValueTask<IReadOnlyList<Choice>> NextAsync(CommandContext said, Wording say, CancellationToken cancel) =>
        await said.LastAnswerAsync(cancel) is { Kind: AnswerKind.Answered, Excerpts: [var first, ..] }
            ? [Buttons.Of(say, "more"), Buttons.Cite(say, first.Passage), Buttons.Of(say, "topics")]
            : [.. Starters.Of(said.Scope.Statements, say).Take(3), Buttons.Of(say, "help")];
}
