using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FocBot.Import;

/// <summary>Reads a web page: its main part, without menus and forms.</summary>
sealed class HtmlImport
{
    const string Furniture = "nav, header, footer, aside, form, button, script, style, noscript, template, svg, iframe, [hidden], [aria-hidden=true], "
        + "[role=navigation], [role=banner], [role=contentinfo]";
    const string NoWords = "script, style, noscript, template, svg, iframe";
    const int LongestMark = 4;

    readonly List<Block> blocks = [];
    readonly List<Note> notes = [];
    readonly List<string> marks = [];
    // Where notes stand: they are read when a mark leads to them.
    readonly HashSet<INode> noteElements = [];
    readonly IDocument page;

    HtmlImport(IDocument page) => this.page = page;

    internal static ImportedText Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var page = new HtmlParser().ParseDocument(stream);
        if (page.Body is not { } body)
            throw new InvalidDataException("The page has no body.");
        foreach (var silent in body.QuerySelectorAll(NoWords).ToList())
            silent.Remove();
        var words = StatementMarkup.Words(Spaced(body)).ToList();
        IElement main = body.QuerySelector("main, [role=main]") ?? body.QuerySelector("article") ?? body;
        var dropped = new List<string>();
        // An article's own header holds its title; a page's holds menus.
        foreach (var furniture in body.QuerySelectorAll(Furniture).Where(f => !(f.LocalName is "header" && main.Contains(f))).ToList())
        {
            if (body.Contains(furniture))
                Drop(furniture);
        }

        var import = new HtmlImport(page);
        import.FindNotes(main);
        import.AddAll(main, 0, isQuoted: false);
        foreach (var note in import.noteElements.Where(main.Contains).ToList())
            note.RemoveFromParent();
        // What stands outside of the main part is no part of the text.
        if (main != body)
        {
            main.Remove();
            dropped.Add(Spaced(body));
        }

        return new(import.blocks, import.notes) { Words = words, Dropped = dropped, Marks = import.marks };

        void Drop(IElement element)
        {
            dropped.Add(Spaced(element));
            element.Remove();
        }
    }

    // Its words; those of different elements do not run together where blocks part them.
    static string Spaced(INode node)
    {
        var text = new StringBuilder();
        Append(node);
        return text.ToString();

        void Append(INode at)
        {
            foreach (var child in at.ChildNodes)
            {
                if (child is IText words)
                    text.Append(words.Data);
                else if (child is IElement element)
                {
                    var parts = !IsInline(element) || element.LocalName is "br" or "sup" or "sub";
                    text.Append(parts ? " " : "");
                    Append(element);
                    text.Append(parts ? " " : "");
                }
            }
        }
    }

    static bool IsInline(IElement element) =>
        element.LocalName is "a" or "abbr" or "b" or "bdi" or "bdo" or "br" or "cite" or "code" or "del" or "dfn" or "em" or "font" or "i" or "img"
        or "ins" or "kbd" or "mark" or "q" or "s" or "samp" or "small" or "span" or "strong" or "sub" or "sup" or "time"
        or "u" or "var" or "wbr" or "label" or "data";

    // A short link to an element of the page is a footnote's mark where that element does not hold the link.
    IElement? NoteOf(IElement link) =>
        link.LocalName == "a" && link.GetAttribute("href") is ['#', _, ..] address && MarkOf(link).Length is > 0 and <= LongestMark
        && page.GetElementById(address[1..]) is { } target && !target.Contains(link)
        ? target.Closest("li, p, div, dd, td, aside, section") ?? target
        : null;

    static string MarkOf(IElement link) => link.TextContent.Trim().Trim('[', ']', '(', ')').Trim();

    // A mark and its note lead to each other: the note is the one that comes later.
    void FindNotes(IElement main)
    {
        foreach (var link in main.QuerySelectorAll("a").Where(l => !noteElements.Any(n => n.Contains(l))))
        {
            if (NoteOf(link) is { } note && main.Contains(note) && link.CompareDocumentPosition(note).HasFlag(DocumentPositions.Following))
                noteElements.Add(note);
        }
    }

    void AddAll(INode parent, int depth, bool isQuoted)
    {
        var run = new StringBuilder();
        foreach (var child in parent.ChildNodes.Where(c => !noteElements.Contains(c)))
        {
            if (child is IText || (child is IElement inline && IsInline(inline)))
            {
                run.Append(Inline(child));
                continue;
            }

            Flush();
            if (child is IElement element)
                Add(element, depth, isQuoted);
        }

        Flush();

        void Flush()
        {
            AddBlock(isQuoted ? BlockKind.Quotation : BlockKind.Paragraph, run.ToString(), 0);
            run.Clear();
        }
    }

    void Add(IElement element, int depth, bool isQuoted)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                AddBlock(BlockKind.Heading, InlineOf(element), Math.Min(element.LocalName[1] - '0', 4));
                break;
            case "ul" or "ol":
                AddList(element, depth);
                break;
            case "tr":
                AddRow(element);
                break;
            case "blockquote":
                AddAll(element, depth, isQuoted: true);
                break;
            default:
                AddAll(element, depth, isQuoted);
                break;
        }
    }

    // The outer list's items, where it counts them, are numbered paragraphs; lists inside them begin at depth 0 again.
    void AddList(IElement list, int depth)
    {
        var isCounted = list.LocalName == "ol" && depth == 0;
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.Children.Where(i => !noteElements.Contains(i)))
        {
            var from = blocks.Count;
            AddAll(item, isCounted ? 0 : depth + 1, isQuoted: false);
            // The first words of the item are the item; what stands below them belongs to it.
            if (from < blocks.Count && blocks[from].Kind == BlockKind.Paragraph)
                blocks[from] = isCounted ? blocks[from] with { Number = $"para. {number++}" } : blocks[from] with { Kind = BlockKind.ListItem, Level = depth };
        }
    }

    void AddRow(IElement row)
    {
        var cells = row.Children.Where(c => c.LocalName is "td" or "th").Select(c => StatementMarkup.Line(InlineOf(c))).ToList();
        if (cells.Exists(c => c.Length > 0))
            blocks.Add(new(BlockKind.TableRow, "") { Cells = cells });
    }

    void AddBlock(BlockKind kind, string markup, int level)
    {
        if (StatementMarkup.Line(markup) is { Length: > 0 } line)
            blocks.Add(new(kind, line) { Level = level });
    }

    string InlineOf(INode node) => string.Concat(node.ChildNodes.Select(Inline));

    string Inline(INode node) => node switch
    {
        IText text => StatementMarkup.Escape(text.Data),
        IElement { LocalName: "br" or "wbr" } line => line.LocalName == "br" ? " " : "",
        IElement { LocalName: "a" } link when NoteOf(link) is { } note && noteElements.Contains(note) => Cite(MarkOf(link), note),
        IElement { LocalName: "a" } link => StatementMarkup.Link(InlineOf(link), link.GetAttribute("href") ?? ""),
        IElement element when !IsInline(element) => $" {InlineOf(element)} ",
        _ => InlineOf(node),
    };

    string Cite(string mark, IElement note)
    {
        marks.Add(mark);
        if (!notes.Exists(n => n.Mark == mark))
            notes.Add(new(mark, NoteWords(mark, note)));
        return StatementMarkup.Mark(mark);
    }

    // The note without the link back to its mark, and without the mark before its words.
    string NoteWords(string mark, IElement note)
    {
        foreach (var back in note.QuerySelectorAll("a").Where(a => a.GetAttribute("href") is ['#', ..]).ToList())
        {
            marks.Add(back.TextContent);
            back.Remove();
        }

        var words = StatementMarkup.Line(InlineOf(note));
        if (!words.StartsWith(mark, StringComparison.Ordinal) || words.Length == mark.Length || char.IsLetterOrDigit(words[mark.Length]))
            return words;
        marks.Add(mark);
        return words[mark.Length..].TrimStart('.', ')', ' ');
    }
}
