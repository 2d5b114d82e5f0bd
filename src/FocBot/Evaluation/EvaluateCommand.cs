using System.CommandLine;
using System.Globalization;
using FocBot.Channels;
using FocBot.Cli;
using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Search.Searching;
using Spectre.Console;

namespace FocBot.Evaluation;

/// <summary><c>focbot evaluate</c>: how well questions with known answers are answered.</summary>
static class EvaluateCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("questions")
        {
            Description = "Files of questions with known answers, one JSON object a line (docs/statements.md).",
            Arity = ArgumentArity.OneOrMore
        };
        var content = new Option<string?>("--content") { Description = "Another content folder than the shipped one." };
        var bare = new Option<bool>("--without-samples") { Description = "Leave the sample questions out: how well a statement is found that has none." };
        var words = new Option<bool>("--without-encoder") { Description = "Search by words alone." };
        var command = new Command("evaluate", "Measure the answers to questions whose right passage is known.") { files, content, bare, words };
        command.SetAction(parsed => CommandLine.Guarded(() =>
            Run(parsed.GetValue(files)!, parsed.GetValue(content) ?? BotStartup.Folder, parsed.GetValue(bare), !parsed.GetValue(words))));
        return command;
    }

    internal static Figures Measure(IReadOnlyList<KnownQuestion> questions, Bot bot) => Scorer.Score(questions,
        q => MachineAnswer.Of(bot.ReplyAsync(new(q.Question, q.History ?? [])).GetAwaiter().GetResult()),
        [.. bot.Catalogue.Statements.SelectMany(s => s.Passages).SelectMany(p => p.Text.Split("[…]"))]);

    static int Run(string[] files, string content, bool isBare, bool usesEncoder)
    {
        var sets = files.Select(QuestionSet.Read).ToList();
        var catalogue = ContentFolder.Read(content);
        if (isBare)
            catalogue = catalogue.WithoutSampleQuestions();
        using var search = LuceneSearch.Open(catalogue, indexFolder: null, usesEncoder);
        search.EncodeMissing(null, CancellationToken.None);
        foreach (var (file, questions) in files.Zip(sets))
        {
            Console.Out.WriteLine(file);
            Show(Measure(questions, new(catalogue, search)));
        }

        return CommandLine.Answered;
    }

    static void Show(Figures figures)
    {
        var table = new Table().AddColumn("figure").AddColumn(new TableColumn("per cent").RightAligned());
        foreach (var (name, value) in figures.Rows)
            table.AddRow(name, value.ToString("F1", CultureInfo.InvariantCulture));
        AnsiConsole.Write(table);
        foreach (var (type, (right, all)) in figures.ByType)
            Console.Out.WriteLine($"{type}: {right} of {all}");
        Console.Out.WriteLine(figures.Misses.Count == 0 ? "No misses." : "Misses:");
        foreach (var miss in figures.Misses)
            Console.Out.WriteLine(miss);
    }
}
