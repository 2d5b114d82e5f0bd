using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FocBot.Cli;

/// <summary>Commands that the same people need.</summary>
sealed record CommandGroup(string Heading, IReadOnlyList<CommandEntry> Entries);

/// <summary>A command, and one line that works as it stands.</summary>
sealed record CommandEntry(Command Command, string Example);

/// <summary>Help that groups the commands by who needs them, and shows an example of each.</summary>
sealed class GroupedHelp(HelpAction details, IReadOnlyList<CommandGroup> groups) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var (command, output) = (parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        if (command is RootCommand)
        {
            WriteOverview(command, output);
            return CommandLine.Answered;
        }

        var exit = details.Invoke(parseResult);
        if (groups.SelectMany(g => g.Entries).FirstOrDefault(e => e.Command == command) is { } entry)
            output.WriteLine($"Example:\n  {entry.Example}\n");
        return exit;
    }

    void WriteOverview(Command root, TextWriter output)
    {
        output.WriteLine($"{root.Description}\n\nUsage: focbot [COMMAND] [OPTIONS]. Without a command it serves: web page, HTTP, Teams, Slack.");
        var width = groups.SelectMany(g => g.Entries).Max(e => e.Command.Name.Length) + 2;
        foreach (var group in groups)
        {
            output.WriteLine($"\n{group.Heading}:");
            foreach (var (command, example) in group.Entries)
                output.WriteLine($"  {command.Name.PadRight(width)}{command.Description}\n  {new string(' ', width)}{example}");
        }

        output.WriteLine("\n'focbot COMMAND --help' shows a command's options; 'focbot --version' the version.");
    }
}
