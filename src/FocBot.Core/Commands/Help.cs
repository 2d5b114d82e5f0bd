using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>What one can ask and say; a greeting is answered by the shorter half of it.</summary>
sealed class Help : ICommand
{
    public string Example => "help";

    public ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words == "start")
            return new(Greet(said, said.Say));
        if (said.Words is not ("help" or "stop"))
            return new((Answer?)null);
        // "stop" in the quiz or on the tour leaves it; elsewhere there is nothing to stop.
        if (said.Words == "stop")
            return new(said.History.Reverse().Select(said.Phrases.Words).FirstOrDefault(w => Steps.Of(w) == 0) is { } last && Tour.IsOn(last) ? said.Guide(
                said.Say["tour-left"], Buttons.Of(said.Say, "continue-tour"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help")) : null);
        var commands = CommandList.Named.Select(c => $"{c.Example}: {said.Say[c.PurposeKey!]}");
        return new(said.Guide($"{Introduction(said, said.Say)}\n{said.Say["help-also"]}\n{string.Join('\n', commands)}",
            Starters.Of(said.Scope.Statements, said.Say)));
    }

    /// <summary>Who the bot is and what to try.</summary>
    internal static Answer Greet(CommandContext said, Wording say) =>
        new(AnswerKind.Guidance, $"{Introduction(said, say)}\n{say["help-try"]}", [],
            [.. Starters.Of(said.Scope.Statements, say), Buttons.Of(say, "help")])
        { Labels = say.Labels };

    static string Introduction(CommandContext said, Wording say) =>
        $"{say["help-hello"]}\n{say.Of("help-known", ("statements", string.Join("; ", said.Scope.Statements.Select(Named))))}";

    static string Named(Statement statement) => $"{statement.Front.Title} ({statement.Front.Issuer}, {statement.Front.Date})";
}
