using System.CommandLine;
using System.Globalization;
using FocBot.Channels.Cli;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Search;

namespace FocBot.Measuring;

/// <summary><c>focbot tune</c>: learns <c>weights.txt</c> from the question lines (each left out in turn) and the known questions on the shelf.</summary>
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
        var catalogue = Catalogue.Read(Shelves.Folder);
        using var finder = Finder.Open(catalogue.WithoutKnown(), indexFolder: null);
        var cases = Cases.Of(catalogue, finder);
        Console.Out.WriteLine($"{cases.Count} cases");
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in RankTuning.Learn(cases))
            weights[name] = value;
        foreach (var (name, value) in SilenceTuning.Learn(cases, weights))
            weights[name] = value;
        foreach (var (name, value) in catalogue.Weights.Where(w => w.Key.StartsWith("list.", StringComparison.Ordinal) || w.Key is "silence.nothing"))
            weights[name] = value;
        File.WriteAllLines(target, ["# Made by 'focbot tune'; the same input gives the same file.",
            .. weights.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key} {w.Value:F4}"))]);
        Console.Out.WriteLine($"{target} written.");
        return CommandLine.Answered;
    }
}

/// <summary>A question with what was found for it, and which passages answer it.</summary>
/// <param name="Right">Indexes of the answering passages among the findings; empty where the statement is silent.</param>
/// <param name="Weight">How much it counts.</param>
sealed record Case(Findings Found, IReadOnlyList<int> Right, double Weight);

/// <summary>Gathers the cases: question lines, each left out of the evidence in turn, and known questions.</summary>
static class Cases
{
    const double KnownWeight = 5;
    const int EveryNthLine = 2;

    internal static List<Case> Of(Catalogue catalogue, Finder finder)
    {
        var answerer = new Bot(catalogue, finder).Answerer;
        var cases = new List<Case>();
        var passages = catalogue.Statements.SelectMany(s => s.Passages).ToList();
        for (var i = 0; i < finder.Rows.Count; i += 1)
        {
            var row = finder.Rows[i];
            if (!row.IsLine || (i % EveryNthLine) != 0)
                continue;
            // A third of the silent lines are asked as if nobody had thought of their subject at all.
            var whole = row.Owner >= passages.Count && (i / EveryNthLine) % 3 == 0;
            var found = finder.Find(answerer.Interpret(new(row.Text)), new LeftOut(i, row.Owner, whole));
            cases.Add(new(found, row.Owner < passages.Count ? [row.Owner] : [], row.Language == "en" ? 1 : 0.5));
        }

        foreach (var (right, question, history, _) in catalogue.Statements.SelectMany(s => s.Known))
            cases.Add(new(finder.Find(answerer.Interpret(new(question, history))), [.. right.Select(id => passages.FindIndex(p => p.Id == id))], KnownWeight));

        return cases;
    }
}
