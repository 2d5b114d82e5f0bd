using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;

namespace FocBot.Import;

/// <summary>Reads a PDF with a text layer, in one column: headings by their size, paragraphs by the gaps between their lines.</summary>
sealed partial class PdfImport
{
    // Against the text's size: larger is a heading, smaller at the foot of a page a footnote.
    const double Larger = 1.08, Smaller = 0.93;

    readonly double bodySize;
    readonly double lineGap;
    readonly double leftEdge, rightEdge;
    readonly List<double> headingSizes;
    readonly Hyphenation hyphenation;
    readonly List<Block> blocks = [];
    readonly List<Note> notes = [];
    readonly List<string> marks = [];
    readonly List<double> indents = [];
    PdfLine? last;

    PdfImport(List<PdfLine> lines)
    {
        bodySize = lines.GroupBy(l => l.Size).OrderByDescending(g => g.Sum(l => l.Plain.Length)).First().Key;
        var gaps = lines.Zip(lines.Skip(1)).Where(p => p.First.Page == p.Second.Page && p.First.Size == bodySize && p.Second.Size == bodySize)
            .Select(p => Math.Round(p.First.Baseline - p.Second.Baseline, 1)).Where(g => g > 0).ToList();
        lineGap = gaps.Count > 0 ? gaps.GroupBy(g => g).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key : 1.3 * bodySize;
        var body = lines.Where(l => l.Size == bodySize).ToList();
        leftEdge = body.GroupBy(l => Math.Round(l.Left)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
        rightEdge = body.Max(l => l.Right);
        headingSizes = [.. lines.Where(IsLarge).Select(l => l.Size).Distinct().OrderDescending()];
        hyphenation = new(lines.SelectMany(l => l.Words.SkipLast(1))
            .Select(w => w.Text.Trim('.', ',', ';', ':', '(', ')', '“', '”', '"').ToLowerInvariant()).ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^[•▪◦●○■·‣⁃–—-]$")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:\d{1,3}(?:\.\d{1,2})*\.|\d{1,3}(?:\.\d{1,2})+|\([a-z]{1,4}\)|\(\d{1,2}\)|[a-z]\))$")]
    private static partial Regex Number();

    internal static ImportedText Read(byte[] bytes)
    {
        try
        {
            using var file = PdfDocument.Open(bytes);
            var pages = file.GetPages().ToList();
            var lines = pages.ConvertAll(PdfLine.Of);
            var furniture = PdfFurniture.Of(lines, pages.ConvertAll(p => p.Height));
            var text = lines.SelectMany(l => l).Where(l => !furniture.Contains(l)).ToList();
            if (text.Count == 0)
                return new([], []);
            var import = new PdfImport(text);
            import.ReadAll(text);
            return new(import.blocks, import.notes)
            {
                Words = [.. lines.SelectMany(l => l).SelectMany(l => StatementMarkup.Words(l.Plain))],
                Dropped = [.. furniture.Select(l => l.Plain)],
                Healed = import.hyphenation.Healed,
                Marks = import.marks,
            };
        }
        catch (Exception fault) when (fault is PdfDocumentFormatException or UglyToad.PdfPig.Exceptions.PdfDocumentEncryptedException
            or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The PDF can't be read: it is damaged or encrypted. Save it anew, or copy its text into a Markdown file.", fault);
        }
    }

    void ReadAll(List<PdfLine> lines)
    {
        foreach (var page in lines.GroupBy(l => l.Page))
        {
            var onPage = page.ToList();
            // Footnotes: the small lines at the foot of the page.
            var foot = onPage.FindLastIndex(l => l.Size >= Smaller * bodySize) + 1;
            onPage[..foot].ForEach(Add);
            onPage[foot..].ForEach(AddToNotes);
        }
    }

    void AddToNotes(PdfLine line)
    {
        var first = line.Words[0];
        var isMark = line.Words.Count > 1 && (line.IsMark(first) || first.Text.All(char.IsAsciiDigit))
            && marks.Contains(first.Text) && !notes.Exists(n => n.Mark == first.Text);
        if (isMark)
        {
            marks.Add(first.Text);
            notes.Add(new(first.Text, Markup(line, skip: 1)));
        }
        else if (notes.Count > 0)
            notes[^1] = notes[^1] with { Markup = hyphenation.Join(notes[^1].Markup, Markup(line, skip: 0)) };
        else
            Add(line);
    }

    void Add(PdfLine line)
    {
        var cells = Cells(line);
        if (cells.Count > 1)
            blocks.Add(new(BlockKind.TableRow, "") { Cells = [.. cells.Select(c => StatementMarkup.Line(Markup(line with { Words = c }, skip: 0)))] });
        else if (IsHeading(line))
            AddHeading(line);
        else if (Bullet().IsMatch(line.Words[0].Text) && line.Words.Count > 1)
            blocks.Add(new(BlockKind.ListItem, Markup(line, skip: 1)) { Level = Depth(line.Words[0].Left) });
        else if (GoesOn(line))
            blocks[^1] = blocks[^1] with { Markup = hyphenation.Join(blocks[^1].Markup, Markup(line, skip: 0)) };
        else
        {
            // Bullets may be drawn instead of written: then the indentation behind a colon or an item tells the list.
            var isItem = line.Left > leftEdge + (1.5 * bodySize)
                && blocks is [.., { Kind: BlockKind.ListItem } or { Kind: BlockKind.Paragraph, Markup: [.., ':'] }] && !Number().IsMatch(line.Words[0].Text);
            if (!isItem)
                indents.Clear();
            blocks.Add(new(isItem ? BlockKind.ListItem : BlockKind.Paragraph, Markup(line, skip: 0)) { Level = isItem ? Depth(line.Left) : 0 });
        }

        last = line;
    }

    // How deep a bullet stands, by the indentations that are open.
    int Depth(double left)
    {
        while (indents.Count > 0 && indents[^1] > left + 1)
            indents.RemoveAt(indents.Count - 1);
        if (indents.Count == 0 || indents[^1] < left - 1)
            indents.Add(left);
        return indents.Count - 1;
    }

    // Cells are parted by gaps that no space between words has.
    List<List<PdfWord>> Cells(PdfLine line)
    {
        var cells = new List<List<PdfWord>> { new() { line.Words[0] } };
        foreach (var (word, next) in line.Words.Zip(line.Words.Skip(1)))
        {
            if (next.Left - word.Right > 2.5 * line.Size && !Bullet().IsMatch(word.Text) && !Number().IsMatch(word.Text))
                cells.Add([]);
            cells[^1].Add(next);
        }

        return cells;
    }

    bool IsLarge(PdfLine line) => line.Size > Larger * bodySize;

    bool IsHeading(PdfLine line) => IsLarge(line) || (line.IsBold && line.Plain[^1] is not ('.' or ',' or ';' or ':') && !GoesOn(line));

    void AddHeading(PdfLine line)
    {
        // The largest is the title; bold words of the text's size stand below all larger headings.
        var level = IsLarge(line) ? headingSizes.IndexOf(line.Size) + 1 : headingSizes.Count + 1;
        var goesOn = last is not null && blocks is [.., { Kind: BlockKind.Heading }] && last.Size == line.Size
            && last.IsBold == line.IsBold && last.Page == line.Page && last.Baseline - line.Baseline < 1.6 * line.Size;
        if (goesOn)
            blocks[^1] = blocks[^1] with { Markup = hyphenation.Join(blocks[^1].Markup, Markup(line, skip: 0)) };
        else
            blocks.Add(new(BlockKind.Heading, Markup(line, skip: 0)) { Level = Math.Clamp(level, 1, 4) });
    }

    // Whether the line is of the paragraph before it.
    bool GoesOn(PdfLine line)
    {
        if (last is null || blocks is not [.., { Kind: BlockKind.Paragraph or BlockKind.ListItem } block]
            || Number().IsMatch(line.Words[0].Text) || Bullet().IsMatch(line.Words[0].Text))
            return false;
        var ends = block.Markup[^1] is '.' or '?' or '!' or ':' or ';' or '”' or ']';
        // A line that ends a sentence far from the edge ends the paragraph.
        if (ends && last.Right < rightEdge - (5 * bodySize))
            return false;
        // Over the end of a page a sentence goes on that has not ended.
        return last.Page != line.Page
            ? !ends || char.IsLower(line.Plain[0])
            : last.Baseline - line.Baseline < 1.25 * lineGap
                && (line.Left <= last.Left + (0.5 * bodySize) || block.Kind == BlockKind.ListItem || IsHanging(block));
    }

    // The second line of a numbered paragraph may stand further in than its number.
    static bool IsHanging(Block block) => Number().IsMatch(block.Markup.Split(' ')[0]);

    string Markup(PdfLine line, int skip)
    {
        var text = "";
        foreach (var (i, word) in line.Words.Index().Skip(skip))
        {
            var isMark = i > 0 && line.IsMark(word);
            if (isMark)
                marks.Add(word.Text);
            // A soft hyphen at the end of a line says where it was cut.
            var cut = i == line.Words.Count - 1 && word.Text[^1] == StatementMarkup.SoftHyphen ? $"{StatementMarkup.SoftHyphen}" : "";
            // Letters of another size may stand close: then no space parted them.
            var space = i == skip || isMark || (i > 0 && word.Left - line.Words[i - 1].Right < 0.12 * line.Size) ? "" : " ";
            text += isMark ? StatementMarkup.Mark(word.Text) : space + StatementMarkup.Escape(word.Text) + cut;
        }

        return text;
    }
}
