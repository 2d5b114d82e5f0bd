using System.CommandLine;
using System.Globalization;
using FocBot.Cli;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Search;

namespace FocBot.Evaluation;

/// <summary><c>focbot tune</c>: learns <c>weights.txt</c> from the sample questions, each left out in turn.</summary>
static class TuneCommand
{
    internal static Command Create()
    {
        var target = new Argument<string>("target") { Description = "The file to write: index/weights.txt." };
        var command = new Command("tune", "Learn the weights of ranking and of silence.") { target };
        command.SetAction(parsed => CommandLine.Guarded(() => Run(parsed.GetValue(target)!)));
        return command;
    }

    static int Run(string target)
    {
        var catalogue = ContentFolder.Read(BotStartup.Folder);
        using var finder = Finder.Open(catalogue, indexFolder: null);
        var cases = Cases.Of(catalogue, finder);
        Console.Out.WriteLine($"{cases.Count} cases");
        var weights = new SortedDictionary<string, double>(Learn(cases).ToDictionary(), StringComparer.Ordinal);
        foreach (var (name, value) in Learn(Cases.OfBare(catalogue)))
            weights[Catalogue.BareWeight + name] = value;
        foreach (var (name, value) in catalogue.Weights.Where(w => w.Key.StartsWith("list.", StringComparison.Ordinal)))
            weights[name] = value;
        File.WriteAllLines(target, ["# Made by 'focbot tune'; the same input gives the same file.",
            .. weights.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key} {w.Value:F4}"))]);
        Console.Out.WriteLine($"{target} written.");
        return CommandLine.Answered;
    }

    static IEnumerable<(string, double)> Learn(List<Case> cases)
    {
        var rank = RankTuning.Learn(cases).ToList();
        return rank.Concat(SilenceTuning.Learn(cases, rank.ToDictionary(StringComparer.Ordinal)));
    }
}

/// <summary>A question with what was found for it, and which passages answer it.</summary>
/// <param name="Right">Indexes of the answering passages among the findings; empty where the statement is silent.</param>
/// <param name="Weight">How much it counts.</param>
sealed record Case(Findings Found, IReadOnlyList<int> Right, double Weight);

/// <summary>Gathers the cases: every sample question, left out of the evidence together with those around it.</summary>
static class Cases
{
    // Word lists that helped out before there were sample questions read less like questions.
    const double ForeignWeight = 0.5;

    internal static List<Case> Of(Catalogue catalogue, Finder finder)
    {
        var validation = new CrossValidation(catalogue, finder);
        return [.. validation.Lines.Select(line => new Case(validation.Find(line), line.Passages, WeightOf(line)))];
    }

    /// <summary>The same lines, asked of the content as it would be without any.</summary>
    internal static List<Case> OfBare(Catalogue catalogue)
    {
        var bare = catalogue.WithoutLines();
        using var finder = Finder.Open(bare, indexFolder: null);
        var interpreter = new QuestionInterpreter(bare);
        return [.. Shelf.Of(catalogue).Rows.Where(row => row.IsLine)
            .Select(row => new Case(finder.Find(interpreter.Read(new Question(row.Line.Text, row.Line.History))), row.Passages, WeightOf(row)))];
    }

    static double WeightOf(ShelfRow line) => line.Language == "en" ? 1 : ForeignWeight;
}
