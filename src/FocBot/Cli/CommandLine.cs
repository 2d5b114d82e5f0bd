using System.CommandLine;
using FocBot.Content;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Core.Users;
using FocBot.Evaluation;
using FocBot.Storage;
using Microsoft.Extensions.Options;

namespace FocBot.Cli;

/// <summary>The commands of the executable; without one it serves.</summary>
static class CommandLine
{
    internal const int Answered = 0, Failed = 1, BadUsage = 2, Silent = 3;

    internal static RootCommand Create()
    {
        var root = new RootCommand("FocBot answers questions about policy statements with verbatim, cited excerpts.");
        var urls = new Option<string?>("--urls") { Description = "Where to listen; http://localhost:3978 unless told." };
        root.Options.Add(urls);
        root.SetAction((parsed, cancel) => Serve(parsed.GetValue(urls), cancel));
        var serve = new Command("serve", "Start the server: web page, HTTP, Teams, Slack.") { urls };
        serve.SetAction((parsed, cancel) => Serve(parsed.GetValue(urls), cancel));
        root.Subcommands.Add(serve);
        root.Subcommands.Add(AskCommand.Create());
        var chat = new Command("chat", "Talk with FocBot here.");
        chat.SetAction((_, cancel) => Guarded(async () =>
        {
            await using var storage = OpenStorage();
            await Chat.RunAsync(BotStartup.OpenBot(), Myself(storage), Console.In, cancel);
            return Answered;
        }));
        root.Subcommands.Add(chat);
        root.Subcommands.Add(McpCommand.Create());
        root.Subcommands.Add(IndexCommand.Create());
        root.Subcommands.Add(StatementCommand.Create());
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(ManifestCommand.Create());
        root.Subcommands.Add(EvaluateCommand.Create());
        root.Subcommands.Add(TuneCommand.Create());
        root.Subcommands.Add(VectorsCommand.Create());
        return root;
    }

    /// <summary>Runs a command; what the operator can mend ends in one clear message on standard error, never in a stack trace.</summary>
    internal static async Task<int> Guarded(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault) when (IsOperatorFault(fault))
        {
            await Console.Error.WriteLineAsync(Explain(fault));
            return fault is FormatException or FileNotFoundException or DirectoryNotFoundException ? BadUsage : Failed;
        }
    }

    internal static Task<int> Guarded(Func<int> run) => Guarded(() => Task.FromResult(run()));

    static Task<int> Serve(string? urls, CancellationToken cancel) => Guarded(async () =>
    {
        if (urls?.Split(';').FirstOrDefault(url => !IsAddress(url)) is { } wrong)
            throw new FormatException($"--urls: “{wrong}” is not an address to listen at. Write, for example, http://localhost:3978.");
        await using var app = HostSetup.Build(urls is null ? [] : ["--urls", urls]);
        await app.RunAsync(cancel);
        return Environment.ExitCode;
    });

    // Kestrel also takes '*' and '+' for a host, which Uri does not.
    static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    static bool IsOperatorFault(Exception fault) => fault is ContentException or IOException or InvalidDataException or UnauthorizedAccessException
        or FormatException or OptionsValidationException or StorageUnavailableException;

    static string Explain(Exception fault) => fault switch
    {
        InvalidDataException { InnerException: FormatException syntax } => $"{fault.Message} {syntax.InnerException?.Message ?? syntax.Message} Correct the file and start again.",
        _ => fault.Message,
    };

    static ServiceProvider OpenStorage()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStorage(BotStartup.Settings());
        return services.BuildServiceProvider();
    }

    // The terminal is one person's: the progress is that of the account.
    static IUserState Myself(IServiceProvider storage) => storage.GetRequiredService<UserStates>().For("terminal", Environment.UserName, "terminal");
}
