using System.Text.RegularExpressions;
using FocBot.Core.Statements;

namespace FocBot.Core.Content;

/// <summary>Reads the text of a statement: a passage a line.</summary>
/// <remarks>
/// "## ", "### " and "#### " are headings, "- " items of a list (two spaces deeper for a list inside it), "> " a quotation, "| a | b |" a row of a table,
/// "[^a]: " a footnote;
/// "{OP7} " before the words is the publisher's number; a line "&lt;!-- ... --&gt;" is no part of the text.
/// </remarks>
sealed partial class StatementText
{
    const int DeepestHeading = 4;

    readonly string file;
    readonly FrontMatter front;
    readonly List<ContentFault> faults;
    readonly IReadOnlyList<string>? recommending;
    readonly List<Passage> passages = [];
    readonly SortedDictionary<int, string> headings = [];
    // The list items that are open, each with its indentation.
    readonly Stack<(int Indent, PassageId Id)> items = [];
    readonly List<string> headingMarks = [];
    int recommendations;

    StatementText(string file, FrontMatterFile settings, FrontMatter front, List<ContentFault> faults) =>
        (this.file, this.front, this.faults, recommending) = (file, front, faults, settings.Recommendations);

    [GeneratedRegex(@"^\[\^([\p{L}\d]{1,4}|[*†‡]{1,3})\]:\s*")]
    private static partial Regex FootnoteStart();

    [GeneratedRegex(@"^\{([^{}]{1,30})\}\s+")]
    private static partial Regex OwnNumber();

    [GeneratedRegex(@"^( *)- (?=\S)")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\|[ :|-]+\|$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellEnd();

    [GeneratedRegex("^(#{1,6}) (.+)$")]
    private static partial Regex Heading();

    /// <summary>The passages, and the footnotes that headings cite.</summary>
    internal static (List<Passage> Passages, IReadOnlyList<string> HeadingMarks) Read(string file,
        IReadOnlyList<string> lines, FrontMatterFile settings, FrontMatter front,
        List<ContentFault> faults)
    {
        var reader = new StatementText(file, settings, front, faults);
        for (var i = settings.Next; i < lines.Count; i++)
            reader.ReadLine(lines[i], i + 1);
        foreach (var heading in settings.Recommendations?.Where(h => !reader.passages.Exists(p => p.Headings.Contains(h))) ?? [])
            faults.Add(new(file, settings.LineOf("recommendations"), $"Nothing stands under a heading '{heading}'.",
                "Copy the heading from the text, or write 'recommendations: none'."));
        return (reader.passages, reader.headingMarks);
    }

    void ReadLine(string line, int number)
    {
        if (line.Length == 0)
            return;
        var trimmed = line.Trim();
        var item = Item().Match(line);
        var continues = line.StartsWith("    ", StringComparison.Ordinal) && passages is [.., { Kind: PassageKind.Footnote }] && !item.Success;
        if (trimmed.StartsWith("<!--", StringComparison.Ordinal))
        {
            if (!trimmed.EndsWith("-->", StringComparison.Ordinal))
                faults.Add(new(file, number, "The comment does not end on its line.", "Close it with '-->'."));
            return;
        }

        if (line != trimmed && !continues && !(item.Success && !char.IsWhiteSpace(line[^1]) && items.Count > 0))
            faults.Add(new(file, number, "The line begins or ends with a space.", "Delete the space; one paragraph or list item is one line."));
        if (!item.Success)
            items.Clear();
        if (continues)
            Continue(trimmed);
        else if (Heading().Match(line) is { Success: true } heading)
            ReadHeading(heading.Groups[1].Length, heading.Groups[2].Value, number);
        else if (FootnoteStart().Match(line) is { Success: true } note)
            Add(PassageKind.Footnote, line[note.Length..], p => p with { Section = null, Headings = [], Footnote = note.Groups[1].Value });
        else if (item.Success)
            AddItem(item.Groups[1].Length, line[item.Length..]);
        else if (line.StartsWith("> ", StringComparison.Ordinal))
            Add(PassageKind.Quotation, line[2..], p => p);
        else if (line is ['|', .., '|'])
            AddRow(line);
        else
            Add(line == front.Date ? PassageKind.Date : PassageKind.Paragraph, line, Recommending);
    }

    void ReadHeading(int level, string heading, int number)
    {
        if (level > DeepestHeading)
            faults.Add(new(file, number, "Only '# ' (the title), '## ', '### ' and '#### ' are headings here.", "Use '## ' for a section."));
        else if (level == 1 && Read(heading) != front.Title)
            faults.Add(new(file, number, "The title differs from the front matter's.", "Make the two the same, to the letter."));
        else if (level > 1)
        {
            foreach (var deeper in headings.Keys.Where(k => k >= level).ToList())
                headings.Remove(deeper);
            headings[level] = Read(heading);
        }

        string Read(string raw)
        {
            var (text, notes, _) = Markup.Strip(raw);
            headingMarks.AddRange(notes.Select(n => n.Item2));
            return text;
        }
    }

    void AddItem(int indent, string raw)
    {
        while (items.TryPeek(out var open) && open.Indent >= indent)
            items.Pop();
        var (level, parent) = (items.Count, items.TryPeek(out var outer) ? outer.Id : Introduction());
        var isRecommendation = level == 0 && (recommending is null || headings.Values.Any(recommending.Contains));
        Add(isRecommendation ? PassageKind.Recommendation : PassageKind.ListItem, raw, p => Counted(p with { Level = level, Parent = parent }));
        items.Push((indent, passages[^1].Id));
    }

    // A paragraph that ends in a colon introduces the list behind it.
    PassageId? Introduction()
    {
        for (var i = passages.Count - 1; i >= 0 && passages[i].Section == headings.Values.LastOrDefault(); i--)
        {
            if (passages[i].Kind is not (PassageKind.Recommendation or PassageKind.ListItem))
                return passages[i].Text.EndsWith(':') ? passages[i].Id : null;
        }

        return null;
    }

    // Numbered paragraphs recommend too where the front matter names their heading.
    Passage Recommending(Passage passage) => passage.Kind == PassageKind.Paragraph && recommending is not null && headings.Values.Any(recommending.Contains)
        && (passage.Label is not null || OwnNumbers.Of(passage.Text) is not null)
        ? Counted(passage with { Kind = PassageKind.Recommendation })
        : passage;

    Passage Counted(Passage passage) => passage.Kind == PassageKind.Recommendation ? passage with { Recommendation = ++recommendations } : passage;

    void AddRow(string line)
    {
        if (!TableRule().IsMatch(line))
            Add(PassageKind.TableRow, string.Join(" | ", CellEnd().Split(line[1..^1]).Select(c => c.Trim())), p => p);
    }

    void Add(PassageKind kind, string raw, Func<Passage, Passage> complete)
    {
        var own = OwnNumber().Match(raw);
        var (text, notes, links) = Markup.Strip(raw[own.Length..]);
        if (links is [var only] && only.Item1.Length == text.Length)
            kind = PassageKind.Link;
        passages.Add(complete(new(new(front.Id, passages.Count + 1), kind, text, headings.Values.LastOrDefault(), front)
        {
            FootnoteMarks = notes,
            Links = links,
            Headings = [.. headings.Values],
            Label = own.Success ? own.Groups[1].Value : null,
        }));
    }

    // A further paragraph of a footnote.
    void Continue(string raw)
    {
        var last = passages[^1];
        var (text, notes, links) = Markup.Strip(raw);
        var shift = last.Text.Length + 1;
        passages[^1] = new(last.Id, PassageKind.Footnote, $"{last.Text} {text}", null, front)
        {
            Footnote = last.Footnote,
            FootnoteMarks = [.. last.FootnoteMarks, .. notes.Select(n => (n.Item1 + shift, n.Item2))],
            Links = [.. last.Links, .. links.Select(l => (l.Item1 with { Start = l.Item1.Start + shift }, l.Item2))],
        };
    }
}
