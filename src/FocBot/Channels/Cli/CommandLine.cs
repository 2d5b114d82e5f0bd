using System.CommandLine;
using FocBot.Core.Conversations;
using FocBot.Core.Statements;
using FocBot.Measuring;
using FocBot.Storage;

namespace FocBot.Channels.Cli;

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
        root.Subcommands.Add(AskCommand());
        root.Subcommands.Add(Simple("chat", "Talk with FocBot here.", (bot, cancel) => Chat.Run(bot, Myself(), Console.In, cancel)));
        root.Subcommands.Add(IndexCommand.Create());
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(ManifestCommand.Create());
        root.Subcommands.Add(EvaluateCommand.Create());
        root.Subcommands.Add(TuneCommand.Create());
        root.Subcommands.Add(VectorsCommand.Create());
        return root;
    }

    /// <summary>Runs what needs the shelf; a faulty shelf ends in its list of faults.</summary>
    internal static int Guarded(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception fault) when (fault is ContentException or IOException or UnauthorizedAccessException or FormatException)
        {
            Console.Error.WriteLine(fault.Message);
            return fault is FormatException or FileNotFoundException or DirectoryNotFoundException ? BadUsage : Failed;
        }
    }

    static async Task<int> Serve(string? urls, CancellationToken cancel)
    {
        try
        {
            await using var app = Server.Build(urls is null ? [] : ["--urls", urls]);
            await app.RunAsync(cancel);
            return 0;
        }
        catch (Exception fault) when (fault is ContentException or IOException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Failed;
        }
    }

    static Command AskCommand()
    {
        var question = new Argument<string?>("question") { Description = "What you want to know, in your own words.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print the machine form." };
        var why = new Option<bool>("--why") { Description = "Say why this passage was found." };
        var batch = new Option<FileInfo?>("--batch") { Description = "Answer a file of questions, one JSON object a line." };
        var ask = new Command("ask", "Ask one question.") { question, json, why, batch };
        ask.SetAction(parsed => Guarded(() => (parsed.GetValue(question), parsed.GetValue(batch)) switch
        {
            (null, { } file) => Ask.Batch(file, Console.Out),
            ({ } text, null) => Ask.One(text, parsed.GetValue(json), parsed.GetValue(why)),
            _ => Usage("Give a question in quotation marks, or --batch FILE: focbot ask \"Can governments spy on people?\""),
        }));
        return ask;
    }

    static Command Simple(string name, string description, Action<Core.Bot, CancellationToken> run)
    {
        var command = new Command(name, description);
        command.SetAction((_, cancel) => Task.FromResult(Guarded(() =>
        {
            run(Shelves.OpenBot(), cancel);
            return Answered;
        })));
        return command;
    }

    // The terminal is one person's: the progress is that of the account.
    static ILearner Myself() => new Learners(new(StorageSetup.FileOf(Shelves.Settings())), TimeProvider.System).For("terminal", Environment.UserName);

    static int Usage(string text)
    {
        Console.Error.WriteLine(text);
        return BadUsage;
    }
}
