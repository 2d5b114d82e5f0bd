using System.CommandLine;
using FocBot.Core.Statements;

namespace FocBot.Cli;

/// <summary><c>focbot index</c>: brings the index up to date by hand and says what changed.</summary>
static class IndexCommand
{
    internal static Command Create()
    {
        var command = new Command("index", "Bring the search index up to date and say what changed.");
        command.SetAction((_, cancel) => CommandLine.Guarded(() => Run(cancel)));
        return command;
    }

    static int Run(CancellationToken cancel)
    {
        var (catalogue, search) = BotStartup.OpenIndex(new Line("indexed"));
        using var _ = search;
        search.EncodeMissing(new Line("encoded"), cancel);
        foreach (var statement in catalogue.Statements)
            Console.Out.WriteLine(Describe(statement));
        Console.Out.WriteLine($"{catalogue.Silences.Count} silent subjects, {catalogue.Synonyms.Count} synonym lines, {catalogue.Languages.Count} languages");
        Console.Out.WriteLine($"written: {NamesOf(search.Changes.Written)}; removed: {NamesOf(search.Changes.Removed)}; unchanged: {search.Changes.Unchanged}");
        Console.Out.WriteLine(search.IndexPath is { } path ? $"Index: {path}"
            : "The index folder can't be written, so the index is kept in memory. Set Search:IndexFolder to a folder that can.");
        return CommandLine.Answered;
    }

    static string Describe(Statement statement) =>
        $"{statement.Id}: {statement.Passages.Count} passages, {statement.Recommendations.Count} recommendations, {statement.Lines.Count} sample "
            + $"questions in {statement.Lines.Select(l => l.Language).Distinct().Count()} languages, {statement.Facts.Count} facts";

    static string NamesOf(IReadOnlyList<string> ids) => ids.Count == 0 ? "none" : string.Join(", ", ids.Select(id => id == "*" ? "silent subjects" : id));

    sealed class Line(string what) : IProgress<string>
    {
        public void Report(string value) => Console.Out.WriteLine($"{value}: {what}");
    }
}
