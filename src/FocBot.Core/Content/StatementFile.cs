using FocBot.Core.Statements;

namespace FocBot.Core.Content;

/// <summary>Reads <c>statement.md</c> and its translations: front matter, then the text.</summary>
/// <remarks>The form is documented in docs/statements.md. Every fault is reported, none is passed over.</remarks>
static class StatementFile
{
    /// <summary>Reads one statement. Returns null, with faults added, where the file can't be used.</summary>
    internal static Statement? Read(string file, string folder, IReadOnlyList<string> lines, List<ContentFault> faults)
    {
        var known = faults.Count;
        var settings = FrontMatterFile.Read(file, lines, folder, faults);
        var front = settings?.OfStatement();
        if (settings is null || front is null)
            return null;
        var passages = PassagesOf(file, lines, settings, front, faults);
        return faults.Count == known ? new(front, passages) : null;
    }

    /// <summary>Reads a translation: the same passages as the statement's. Returns null, with faults added, where the file can't be used.</summary>
    internal static Translation? ReadTranslation(string file, IReadOnlyList<string> lines, Statement statement, List<ContentFault> faults)
    {
        var known = faults.Count;
        if (FrontMatterFile.Read(file, lines, id: null, faults) is not { } settings)
            return null;
        var front = settings.OfTranslation(statement.Front);
        var passages = PassagesOf(file, lines, settings, front, faults);
        if (faults.Count > known)
            return null;
        var differs = Enumerable.Range(0, Math.Max(passages.Count, statement.Passages.Count))
            .FirstOrDefault(i => i >= passages.Count || i >= statement.Passages.Count || !IsAligned(passages[i], statement.Passages[i]), -1);
        if (differs >= 0)
        {
            faults.Add(new(file, 1,
                $"The translation's passage {differs + 1} is not the statement's: it has {passages.Count} passages, the statement {statement.Passages.Count}.",
                $"Make each paragraph, item and footnote one line, in the order of statement.md."));
            return null;
        }

        // The publisher's numbers are those of the statement, in whatever language they are printed.
        return new(front, settings.IsOfficial, [.. passages.Zip(statement.Passages, (p, original) =>
            p with { Kind = original.Kind, Recommendation = original.Recommendation, Label = original.Label })]);
    }

    static bool IsAligned(Passage translated, Passage original) => translated.Footnote == original.Footnote && translated.Level == original.Level;

    static List<Passage> PassagesOf(string file, IReadOnlyList<string> lines, FrontMatterFile settings, FrontMatter front, List<ContentFault> faults)
    {
        var (passages, headingMarks) = StatementText.Read(file, lines, settings, front, faults);
        if (passages.Count == 0)
            faults.Add(new(file, lines.Count, "The statement has no text.", "Write its paragraphs below the front matter, a blank line between them."));
        CheckFootnotes(file, passages, headingMarks, faults);
        return OwnNumbers.Label(passages);
    }

    static void CheckFootnotes(string file, List<Passage> passages, IReadOnlyList<string> headingMarks, List<ContentFault> faults)
    {
        var notes = passages.Where(p => p.Kind == PassageKind.Footnote).Select(p => p.Footnote).ToList();
        var marks = passages.SelectMany(p => p.FootnoteMarks).Select(m => m.Footnote).Concat(headingMarks).Distinct().ToList();
        foreach (var mark in marks.Where(m => !notes.Contains(m)))
            faults.Add(new(file, 1, $"Footnote {mark} is cited but stands nowhere.", $"Add a line '[^{mark}]: ...' at the end."));
        foreach (var note in notes.Where(n => !marks.Contains(n)))
            faults.Add(new(file, 1, $"Footnote {note} is cited nowhere.", $"Put '[^{note}]' at the place that cites it."));
        foreach (var twice in notes.GroupBy(n => n).Where(g => g.Count() > 1))
            faults.Add(new(file, 1, $"Footnote {twice.Key} stands twice.", "Give each footnote its own number."));
    }
}
