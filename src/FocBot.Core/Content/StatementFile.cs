using System.Text.RegularExpressions;
using FocBot.Core.Statements;

namespace FocBot.Core.Content;

/// <summary>Reads <c>statement.md</c>: front matter, headings, paragraphs, one list of recommendations, footnotes.</summary>
/// <remarks>The form is documented in docs/statements.md. Every fault is reported, none is passed over.</remarks>
static partial class StatementFile
{
    static readonly string[] Required = ["id", "title", "short-title", "issuer", "issuer-short", "date", "language"];
    static readonly string[] Optional = ["source", "source-has-text", "names"];

    [GeneratedRegex(@"^\[\^(\d+)\]:\s*")]
    private static partial Regex FootnoteStart();

    /// <summary>Reads one statement. Returns null, with faults added, where the file can't be used.</summary>
    internal static Statement? Read(string file, string folder, IReadOnlyList<string> lines, List<ContentFault> faults)
    {
        var known = faults.Count;
        var front = ReadFront(file, folder, lines, faults, out var first);
        var passages = front is null ? [] : ReadText(file, lines, first, front, faults);
        if (front is not null && passages.Count == 0)
            faults.Add(new(file, lines.Count, "The statement has no text.", "Write its paragraphs below the front matter, a blank line between them."));
        CheckFootnotes(file, passages, faults);
        return faults.Count == known ? new(front!, passages) : null;
    }

    static FrontMatter? ReadFront(string file, string folder, IReadOnlyList<string> lines, List<ContentFault> faults, out int next)
    {
        next = lines.Count;
        if (lines.Count == 0 || lines[0] != "---")
        {
            faults.Add(new(file, 1, "The front matter is missing.", "Begin the file with a line '---', then 'id: ...', 'title: ...' and so on, then '---'."));
            return null;
        }

        var known = faults.Count;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var i = 1;
        for (; i < lines.Count && lines[i] != "---"; i++)
        {
            var colon = lines[i].IndexOf(": ", StringComparison.Ordinal);
            var key = colon > 0 ? lines[i][..colon] : lines[i];
            if (colon < 0 || (!Required.Contains(key) && !Optional.Contains(key)))
                faults.Add(new(file, i + 1, $"'{key}' is not a setting of a statement.", $"Use one of: {string.Join(", ", Required.Concat(Optional))}."));
            else if (!values.TryAdd(key, lines[i][(colon + 2)..].Trim()))
                faults.Add(new(file, i + 1, $"'{key}' stands twice.", "Delete one of the two lines."));
        }

        if (i == lines.Count)
            faults.Add(new(file, i, "The front matter does not end.", "Close it with a line '---'."));
        foreach (var key in Required.Where(k => string.IsNullOrWhiteSpace(values.GetValueOrDefault(k))))
            faults.Add(new(file, 1, $"'{key}' is missing.", $"Add a line '{key}: ...' to the front matter."));
        if (values.GetValueOrDefault("id") is { } id && id != folder)
            faults.Add(new(file, 1, $"The id '{id}' is not the folder's name '{folder}'.", "Make them the same."));
        next = i + 1;
        return faults.Count > known ? null : new(values["id"], values["title"], values["short-title"], values["issuer"],
            values["issuer-short"], values["date"], values["language"])
        {
            Source = values.GetValueOrDefault("source"),
            SourceHasText = values.GetValueOrDefault("source-has-text") == "yes",
            Names = All("names"),
        };

        IReadOnlyList<string> All(string key) => values.GetValueOrDefault(key)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
    }

    static List<Passage> ReadText(string file, IReadOnlyList<string> lines, int first, FrontMatter front, List<ContentFault> faults)
    {
        var passages = new List<Passage>();
        string? section = null;
        var recommendations = 0;
        for (var i = first; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Length == 0)
                continue;
            if (line != line.Trim())
                faults.Add(new(file, i + 1, "The line begins or ends with a space.", "Delete the space; one paragraph or list item is one line."));
            if (line.StartsWith("## ", StringComparison.Ordinal))
                section = line[3..];
            else if (line.StartsWith("# ", StringComparison.Ordinal))
                CheckTitle(file, i, line[2..], front, faults);
            else if (FootnoteStart().Match(line) is { Success: true } note)
                Add(PassageKind.Footnote, line[note.Length..], p => p with { Section = null, Footnote = int.Parse(note.Groups[1].ValueSpan, provider: null) });
            else if (line.StartsWith("- ", StringComparison.Ordinal))
                Add(PassageKind.Recommendation, line[2..], p => p with { Recommendation = ++recommendations });
            else if (line.StartsWith('#'))
                faults.Add(new(file, i + 1, "Only '# ' (the title) and '## ' (a section) are headings here.", "Use '## ' for a section."));
            else
                Add(line == front.Date ? PassageKind.Date : PassageKind.Paragraph, line, p => p);
        }

        return passages;

        void Add(PassageKind kind, string raw, Func<Passage, Passage> complete)
        {
            var (text, notes, links) = Markup.Strip(raw);
            if (links is [var only] && only.Item1.Length == text.Length)
                kind = PassageKind.Link;
            passages.Add(complete(new(new(front.Id, passages.Count + 1), kind, text, section, front) { FootnoteMarks = notes, Links = links }));
        }
    }

    static void CheckTitle(string file, int index, string title, FrontMatter front, List<ContentFault> faults)
    {
        if (title != front.Title)
            faults.Add(new(file, index + 1, "The title differs from the front matter's.", "Make the two the same, to the letter."));
    }

    static void CheckFootnotes(string file, List<Passage> passages, List<ContentFault> faults)
    {
        var notes = passages.Where(p => p.Footnote > 0).Select(p => p.Footnote).ToList();
        var marks = passages.SelectMany(p => p.FootnoteMarks).Select(m => m.Footnote).ToList();
        foreach (var mark in marks.Where(m => !notes.Contains(m)))
            faults.Add(new(file, 1, $"Footnote {mark} is cited but stands nowhere.", $"Add a line '[^{mark}]: ...' at the end."));
        foreach (var note in notes.Where(n => !marks.Contains(n)))
            faults.Add(new(file, 1, $"Footnote {note} is cited nowhere.", $"Put '[^{note}]' at the place that cites it."));
        foreach (var twice in notes.GroupBy(n => n).Where(g => g.Count() > 1))
            faults.Add(new(file, 1, $"Footnote {twice.Key} stands twice.", "Give each footnote its own number."));
    }
}
