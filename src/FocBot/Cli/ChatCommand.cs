using System.CommandLine;
using FocBot.Storage;
using FocBot.Turns;

namespace FocBot.Cli;

/// <summary><c>focbot chat</c>: a conversation in the terminal, which remembers the progress of the account.</summary>
static class ChatCommand
{
    internal static Command Create()
    {
        var chat = new Command("chat", "Talk with FocBot here.");
        chat.SetAction((_, cancel) => CommandLine.Guarded(async () =>
        {
            await using var storage = OpenStorage();
            await Chat.RunAsync(BotStartup.OpenBot(), Myself(storage), Console.In, cancel);
            return CommandLine.Answered;
        }));
        return chat;
    }

    static ServiceProvider OpenStorage()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStorage(BotStartup.Settings());
        return services.BuildServiceProvider();
    }

    // The terminal is one person's: the progress is that of the account.
    static OptionalUserState Myself(IServiceProvider storage) => new(
        storage.GetRequiredService<UserStates>().For("terminal", Environment.UserName, "terminal"), storage.GetRequiredService<ILogger<OptionalUserState>>());
}
