using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>The shelf's texts as rows of words, in a fixed order: what the index holds and what is compared in memory.</summary>
/// <param name="Rows">Every question line and every sentence.</param>
sealed record Shelf(IReadOnlyList<Passage> Passages, IReadOnlyList<SilentSubject> Subjects, IReadOnlyList<ShelfRow> Rows)
{
    /// <summary>How many there are to own a row: passages first, then silent subjects.</summary>
    internal int Owners => Passages.Count + Subjects.Count;

    internal static Shelf Of(Catalogue catalogue, Words words)
    {
        var passages = catalogue.Statements.SelectMany(s => s.Passages).ToList();
        var place = passages.Select((p, i) => (p.Id, i)).ToDictionary(x => x.Id, x => x.i);
        var rows = new List<ShelfRow>();
        for (var owner = 0; owner < passages.Count; owner++)
        {
            for (var s = 0; s < passages[owner].Sentences.Count; s++)
                rows.Add(new(owner, s, "en", passages[owner].Sentences[s].Of(passages[owner].Text), words));
        }

        foreach (var line in catalogue.Statements.SelectMany(s => s.Lines))
            rows.Add(new(place[line.Passage], -1, line.Language, line.Text, words));
        var known = catalogue.Statements.SelectMany(s => s.Known).Where(k => k.History.Count == 0).ToList();
        foreach (var question in known)
            rows.AddRange(question.Passages.Select(id => new ShelfRow(place[id], -1, question.Language, question.Question, words)));
        List<SilentSubject> silences = [.. catalogue.Silences];
        if (known.Exists(k => k.Passages.Count == 0))
            silences.Add(new("", [.. known.Where(k => k.Passages.Count == 0).Select(k => (k.Question, k.Language))]));
        for (var s = 0; s < silences.Count; s++)
            rows.AddRange(silences[s].Lines.Select(line => new ShelfRow(passages.Count + s, -1, line.Language, line.Text, words)));
        return new(passages, silences, rows);
    }
}

/// <summary>A question line (sentence -1) or a sentence of a passage.</summary>
sealed class ShelfRow(int owner, int sentence, string language, string text, Words words)
{
    internal int Owner => owner;

    internal int Sentence => sentence;

    internal string Language => language;

    internal string Text => text;

    internal List<string> Words { get; } = words.Cut(text);

    internal bool IsLine => sentence < 0;
}
