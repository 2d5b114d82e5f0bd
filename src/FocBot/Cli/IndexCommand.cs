using System.CommandLine;
using Spectre.Console;

namespace FocBot.Cli;

/// <summary><c>focbot index</c>: builds the index by hand and says what it read.</summary>
static class IndexCommand
{
    internal static Command Create()
    {
        var command = new Command("index", "Build the search index anew and say what was read.");
        command.SetAction(_ => CommandLine.Guarded(Run));
        return command;
    }

    static int Run()
    {
        var (catalogue, finder) = AnsiConsole.Progress().Start(context =>
        {
            var task = context.AddTask("Building the index", maxValue: 1);
            var opened = BotStartup.BuildIndex(new Bar(task));
            task.Value = 1;
            return opened;
        });
        using var _ = finder;
        foreach (var statement in catalogue.Statements)
            Console.Out.WriteLine($"{statement.Id}: {statement.Passages.Count} passages, {statement.Recommendations.Count} recommendations, {statement.Lines.Count} sample questions in {statement.Lines.Select(l => l.Language).Distinct().Count()} languages, {statement.Facts.Count} facts");
        Console.Out.WriteLine($"{catalogue.Silences.Count} silent subjects, {catalogue.Synonyms.Count} synonym lines, {catalogue.Languages.Count} languages");
        Console.Out.WriteLine(finder.Index.Path is { } path ? $"Index: {path}" : "The index folder can't be written, so the index is kept in memory. Set Search:IndexFolder to a folder that can.");
        return CommandLine.Answered;
    }

    // Progress<T> would report from another thread, after the bar has ended.
    sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
