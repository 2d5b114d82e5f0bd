using FocBot.Core;
using FocBot.Core.Users;
using Spectre.Console;

namespace FocBot.Cli;

/// <summary><c>focbot chat</c>: a conversation in the terminal; a number says the choice of that number.</summary>
static class Chat
{
    internal static async Task RunAsync(Bot bot, IUserState user, TextReader input, CancellationToken cancel)
    {
        IReadOnlyList<string> history = [];
        var last = await bot.ReplyAsync(new("hi"), cancel);
        TerminalAnswer.Write(last);
        while (!cancel.IsCancellationRequested)
        {
            AnsiConsole.Markup("\n[bold]> [/]");
            if (await ReadLineAsync(input, cancel) is not { } line || line.Trim() is "bye" or "exit" or "quit")
                return;
            var said = int.TryParse(line, provider: null, out var number) && number >= 1 && number <= last.Choices.Count ? last.Choices[number - 1].Says : line;
            last = await bot.ReplyAsync(new(said, history) { User = user }, cancel);
            TerminalAnswer.Write(last);
            history = last.Forgets ? [] : ConversationMemory.Keep([.. history, said]);
        }
    }

    // The console's own reader ignores cancellation: Ctrl+C ends the chat at once, whatever the reader still waits for.
    static async Task<string?> ReadLineAsync(TextReader input, CancellationToken cancel)
    {
        try
        {
            return await Task.Run(input.ReadLine, cancel).WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
