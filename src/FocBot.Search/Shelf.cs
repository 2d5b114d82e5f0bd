using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>Everything that is learned from, as rows in a fixed order: every sentence, then every question line.</summary>
sealed record Shelf(Sentences Sentences, IReadOnlyList<ShelfRow> Rows)
{
    internal static Shelf Of(Catalogue catalogue)
    {
        var sentences = new Sentences(catalogue);
        var place = sentences.Passages.Select((p, i) => (p.Id, i)).ToDictionary(x => x.Id, x => x.i);
        var rows = new List<ShelfRow>();
        foreach (var (passage, numbers) in sentences.Of.Index())
            rows.AddRange(numbers.Select(n => new ShelfRow([passage], null, new([], sentences.Texts[n], [], "en"))));
        // Silence is learned against lines; without any, everything would seem silent.
        var silences = catalogue.Statements.Any(s => s.Lines.Count > 0) ? catalogue.Silences : [];
        foreach (var (number, subject) in silences.Index())
            AddTogether([.. subject.Lines.Select(l => new SampleQuestion([], l.Text, [], l.Language))], subject.Name.Length > 0 && number % 2 == 0 ? new(0, number / 2 % Fold.Count) : null);
        // A passage's lines in one language, in the order of the file.
        foreach (var group in catalogue.Statements.SelectMany(s => s.Lines).GroupBy(l => (l.Passages.Count == 0 ? -1 : place[l.Passages[0]], l.Language)))
            AddTogether([.. group], null);
        return new(sentences, rows);

        // Lines that stand together were mostly written by one hand: a fifth in a row is one fold. Every second silent subject is in one as a whole, as if nobody had thought of it.
        void AddTogether(IReadOnlyList<SampleQuestion> lines, Fold? whole)
        {
            var owner = rows.Count;
            foreach (var (i, line) in lines.Index())
                rows.Add(new([.. line.Passages.Select(id => place[id])], (whole ?? new(0, i * Fold.Count / lines.Count)) with { Owner = owner }, line));
        }
    }
}

/// <summary>A part of the lines that belong together, to be left out when the others judge them.</summary>
/// <param name="Owner">What they belong to: a passage, a subject.</param>
sealed record Fold(int Owner, int Number)
{
    internal const int Count = 5;
}

/// <summary>A question line, or a sentence of a passage.</summary>
/// <param name="Passages">Those that it asks for, the best first; none for silence.</param>
/// <param name="Fold">The part of the lines that it belongs to; null for a sentence.</param>
sealed record ShelfRow(int[] Passages, Fold? Fold, SampleQuestion Line)
{
    internal bool IsLine => Fold is not null;

    internal string Language => Line.Language;
}
