using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>The shelf's texts as rows, in a fixed order: what questions are compared with.</summary>
/// <param name="Subjects">Names of the silent subjects; empty where one has none.</param>
/// <param name="Rows">Every sentence, then every question line.</param>
sealed record Shelf(IReadOnlyList<Passage> Passages, IReadOnlyList<string> Subjects, IReadOnlyList<ShelfRow> Rows)
{
    /// <summary>How many there are to own a row: passages first, then silent subjects.</summary>
    internal int Owners => Passages.Count + Subjects.Count;

    /// <summary>The numbers of each passage's sentences, which are those of their rows.</summary>
    internal int[][] SentencesOf { get; } = [.. Enumerable.Range(0, Passages.Count).Select(p => Rows.Index().Where(r => !r.Item.IsLine && r.Item.Owners[0] == p).Select(r => r.Index).ToArray())];

    /// <summary>How many of the rows are sentences.</summary>
    internal int Sentences { get; } = Rows.Count(r => !r.IsLine);

    internal bool IsSilent(ShelfRow row) => row.Owners[0] >= Passages.Count;

    internal static Shelf Of(Catalogue catalogue)
    {
        var passages = catalogue.Statements.SelectMany(s => s.Passages).ToList();
        var place = passages.Select((p, i) => (p.Id, i)).ToDictionary(x => x.Id, x => x.i);
        var subjects = new List<string>();
        var rows = new List<ShelfRow>();
        foreach (var (owner, passage) in passages.Index())
            rows.AddRange(passage.Sentences.Select(s => new ShelfRow([owner], null, new([passage.Id], s.Of(passage.Text), [], "en"))));
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
                    rows.Add(new([owner, .. line.Passages.Skip(1).Select(id => place[id])], new(owner, fold), line));
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
sealed record ShelfRow(int[] Owners, Fold? Fold, QuestionLine Line)
{
    internal bool IsLine => Fold is not null;

    internal string Language => Line.Language;

    internal bool IsFollowUp => Line.History.Count > 0;
}
