using System.CommandLine;
using System.CommandLine.Help;
using FocBot.Content;
using FocBot.Evaluation;

namespace FocBot.Cli;

/// <summary>The commands of the executable; without one it serves.</summary>
static class CommandLine
{
    internal const int Answered = 0, Failed = 1, BadUsage = 2, Silent = 3;

    /// <summary>The commands by who needs them; a new command is one line here.</summary>
    internal static IReadOnlyList<CommandGroup> Groups() =>
    [
        new("To ask",
        [
            new(AskCommand.Create(), "focbot ask Can governments spy on people?"),
            new(ChatCommand.Create(), "focbot chat"),
        ]),
        new("To run it for others",
        [
            new(ServeCommand.Create(), "focbot serve --urls http://localhost:8080"),
            new(DoctorCommand.Create(), "focbot doctor --json"),
            new(ManifestCommand.Create(), "focbot manifest slack --domain foc.example.org"),
        ]),
        new("To connect an assistant", [new(McpCommand.Create(), "focbot mcp")]),
        new("To write content",
        [
            new(StatementCommand.Create(), "focbot statement add statement.docx"),
            new(IndexCommand.Create(), "focbot index"),
            new(EvaluateCommand.Create(), "focbot evaluate questions.jsonl"),
            new(TuneCommand.Create(), "focbot tune index"),
        ]),
    ];

    internal static RootCommand Create()
    {
        var groups = Groups();
        var root = new RootCommand("FocBot answers questions about policy statements with verbatim, cited excerpts.");
        ServeCommand.MakeDefault(root);
        foreach (var entry in groups.SelectMany(g => g.Entries))
            root.Subcommands.Add(entry.Command);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new GroupedHelp((HelpAction)help.Action!, groups);
        return root;
    }

    /// <summary>Runs a command; what the operator can mend ends in one clear message on standard error, never in a stack trace.</summary>
    internal static async Task<int> Guarded(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault) when (OperatorFaults.Explain(fault) is not null)
        {
            await Console.Error.WriteLineAsync(OperatorFaults.Explain(fault));
            return fault is FormatException or FileNotFoundException or DirectoryNotFoundException ? BadUsage : Failed;
        }
    }

    internal static Task<int> Guarded(Func<int> run) => Guarded(() => Task.FromResult(run()));
}
