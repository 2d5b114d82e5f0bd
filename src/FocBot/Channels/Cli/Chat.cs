using FocBot.Core;
using FocBot.Core.Conversations;
using Spectre.Console;

namespace FocBot.Channels.Cli;

/// <summary><c>focbot chat</c>: a conversation in the terminal; a number says the choice of that number.</summary>
static class Chat
{
    internal static void Run(Bot bot, ILearner learner, TextReader input, CancellationToken cancel)
    {
        var history = new List<string>();
        var last = bot.Reply(new("hi"));
        TerminalAnswer.Write(last);
        while (!cancel.IsCancellationRequested)
        {
            AnsiConsole.Markup("\n[bold]> [/]");
            if (input.ReadLine() is not { } line || line.Trim() is "bye" or "exit" or "quit")
                return;
            var said = int.TryParse(line, provider: null, out var number) && number >= 1 && number <= last.Choices.Count ? last.Choices[number - 1].Says : line;
            last = bot.Reply(new(said, [.. history]) { Learner = learner });
            TerminalAnswer.Write(last);
            if (last.Forgets)
                history.Clear();
            else
                history.Add(said);
            if (history.Count > Question.MaxHistory)
                history.RemoveAt(0);
        }
    }
}
