using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>The shelf's texts as rows of words, in a fixed order: what questions are compared with.</summary>
/// <param name="Subjects">Names of the silent subjects; empty where one has none.</param>
/// <param name="Rows">Every question line and every sentence.</param>
sealed record Shelf(IReadOnlyList<Passage> Passages, IReadOnlyList<string> Subjects, IReadOnlyList<ShelfRow> Rows)
{
    /// <summary>How many there are to own a row: passages first, then silent subjects.</summary>
    internal int Owners => Passages.Count + Subjects.Count;

    /// <summary>How many of the rows are sentences; they come first.</summary>
    internal int Sentences { get; } = Rows.Count(r => !r.IsLine);

    /// <summary>The first owner of each row, side by side in memory.</summary>
    internal int[] FirstOwners { get; } = [.. Rows.Select(r => r.Owners[0])];

    internal bool[] HasMoreOwners { get; } = [.. Rows.Select(r => r.Owners.Length > 1)];

    internal bool IsSilent(ShelfRow row) => row.Owners[0] >= Passages.Count;

    internal static Shelf Of(Catalogue catalogue, Words words)
    {
        var passages = catalogue.Statements.SelectMany(s => s.Passages).ToList();
        var place = passages.Select((p, i) => (p.Id, i)).ToDictionary(x => x.Id, x => x.i);
        var interpreter = new Interpreter(catalogue);
        var subjects = new List<string>();
        var rows = new List<ShelfRow>();
        foreach (var (owner, passage) in passages.Index())
            rows.AddRange(passage.Sentences.Select(s => s.Of(passage.Text)).Select(text => new ShelfRow([owner], null, new(text, text, "en"), words.Cut(text))));
        foreach (var subject in catalogue.Silences)
        {
            subjects.Add(subject.Name);
            Add(subject.Lines.Select(l => (passages.Count + subjects.Count - 1, new QuestionLine([], l.Text, [], l.Language))));
        }

        foreach (var lines in catalogue.Statements.Select(s => s.Lines))
        {
            // What a statement says of its own silence has no name of its own.
            subjects.Add("");
            Add(lines.Select(l => (l.Passages.Count == 0 ? passages.Count + subjects.Count - 1 : place[l.Passages[0]], l)));
        }

        return new(passages, subjects, rows);

        // Lines that stand together were mostly written by one hand: they belong to one fold.
        void Add(IEnumerable<(int Owner, QuestionLine Line)> lines)
        {
            foreach (var group in lines.GroupBy(l => (l.Owner, l.Line.Language)))
            {
                var (together, count) = (group.Key.Owner >= passages.Count && subjects[group.Key.Owner - passages.Count].Length > 0 && group.Key.Owner % 2 == 0, group.Count());
                foreach (var (i, (owner, line)) in group.Index())
                {
                    // Every second silent subject goes as a whole, as if nobody had thought of it.
                    var fold = together ? owner / 2 % Fold.Count : i * Fold.Count / count;
                    rows.Add(new([owner, .. line.Passages.Skip(1).Select(id => place[id])], new(owner, fold), interpreter.Read(line), words.Cut(line.Text)));
                }
            }
        }
    }
}

/// <summary>A part of an owner's lines, to be left out when the others judge them.</summary>
sealed record Fold(int Owner, int Number)
{
    internal const int Count = 5;
}

/// <summary>A question line, or a sentence of a passage.</summary>
/// <param name="Owners">The passages that it asks for, the best first; or one silent subject.</param>
/// <param name="Fold">The part of the lines that it belongs to; null for a sentence.</param>
/// <param name="Words">As they were written, whatever the language.</param>
sealed record ShelfRow(int[] Owners, Fold? Fold, Asked Asked, List<string> Words)
{
    internal bool IsLine => Fold is not null;

    internal string Language => Asked.Language;

    internal bool IsFollowUp => Asked.LeansOn.Count > 0;
}
