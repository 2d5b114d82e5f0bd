using System.CommandLine;
using System.Globalization;
using FocBot.Channels;
using FocBot.Cli;
using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Search;
using Spectre.Console;

namespace FocBot.Evaluation;

/// <summary><c>focbot evaluate</c>: how well questions with known answers are answered.</summary>
static class EvaluateCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("questions") { Description = "A file of questions with known answers, one JSON object a line (docs/statements.md)." };
        var bare = new Option<bool>("--without-lines") { Description = "Leave the sample questions out: how well a statement is found that has none." };
        var command = new Command("evaluate", "Measure the answers to questions whose right passage is known.") { file, bare };
        command.SetAction(parsed => CommandLine.Guarded(() => Run(parsed.GetValue(file)!, parsed.GetValue(bare))));
        return command;
    }

    internal static Figures Measure(IReadOnlyList<KnownQuestion> questions, Bot bot) => Scorer.Score(questions,
        q => MachineAnswer.Of(bot.ReplyAsync(new(q.Question, q.History ?? [])).GetAwaiter().GetResult()),
        [.. bot.Catalogue.Statements.SelectMany(s => s.Passages).SelectMany(p => p.Text.Split("[…]"))]);

    static int Run(string file, bool bare)
    {
        var questions = QuestionSet.Read(file);
        var catalogue = ContentFolder.Read(BotStartup.Folder);
        if (bare)
            catalogue = catalogue.WithoutLines();
        using var finder = Finder.Open(catalogue, indexFolder: null);
        var figures = Measure(questions, new(catalogue, finder));
        var table = new Table().AddColumn("figure").AddColumn(new TableColumn("per cent").RightAligned());
        foreach (var (name, value) in figures.Rows)
            table.AddRow(name, value.ToString("F1", CultureInfo.InvariantCulture));
        AnsiConsole.Write(table);
        foreach (var (type, (right, all)) in figures.ByType)
            Console.Out.WriteLine($"{type}: {right} of {all}");
        Console.Out.WriteLine(figures.Misses.Count == 0 ? "No misses." : "Misses:");
        foreach (var miss in figures.Misses)
            Console.Out.WriteLine(miss);
        return CommandLine.Answered;
    }
}
