using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>Asks every question line as if it and those around it had never been written: what the bot makes of questions that it does not know.</summary>
sealed class CrossValidation
{
    readonly Finder finder;
    readonly Classifier[] folds;
    readonly QuestionInterpreter interpreter;
    // For each stem the folds whose lines hold it; null where a sentence does, or lines of several folds do.
    readonly Dictionary<int, Fold?> only = [];

    internal CrossValidation(Catalogue catalogue, Finder finder)
    {
        this.finder = finder;
        interpreter = new(catalogue);
        var (shelf, lexicon) = (Shelf.Of(catalogue), finder.Lexicon);
        var seen = IndexContent.Seen(catalogue, shelf, lexicon.Reader);
        var examples = new Examples(shelf, lexicon, seen);
        folds = [.. Enumerable.Range(0, Fold.Count).Select(fold => IndexContent.Learn(examples, fold, progress: null))];
        foreach (var (row, its) in shelf.Rows.Index())
        {
            foreach (var word in seen[row].Native)
                only[word.Number] = only.TryGetValue(word.Number, out var fold) && fold != its.Fold ? null : its.Fold;
        }

        Lines = [.. shelf.Rows.Where(r => r.IsLine)];
    }

    internal IReadOnlyList<ShelfRow> Lines { get; }

    /// <summary>What is found for a line by all the others.</summary>
    internal Findings Find(ShelfRow line) => finder.Find(interpreter.Read(new Question(line.Line.Text, line.Line.History)), folds[line.Fold!.Number],
        stem => stem >= 0 && only.TryGetValue(stem, out var fold) && (fold is null || fold != line.Fold));
}
