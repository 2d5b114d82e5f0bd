using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FocBot.Import;

/// <summary>Reads a Word file: headings by their styles, lists by their numbering, tables, footnotes and endnotes.</summary>
sealed class WordImport
{
    readonly MainDocumentPart main;
    readonly WordNumbers numbers;
    readonly List<Block> blocks = [];
    readonly List<Note> notes = [];

    WordImport(MainDocumentPart main) => (this.main, numbers) = (main, new(main));

    internal static ImportedText Read(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            using var file = WordprocessingDocument.Open(stream, isEditable: false);
            return file.MainDocumentPart is { Document.Body: { } body } main
                ? new WordImport(main).Read(body) : throw new InvalidDataException("The Word file has no text.");
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or FormatException or System.Xml.XmlException)
        {
            throw new InvalidDataException("This is not a .docx file. Save it as .docx in Word, and try again.", fault);
        }
    }

    ImportedText Read(Body body)
    {
        var furniture = main.HeaderParts.Select(h => (OpenXmlElement?)h.Header)
            .Concat(main.FooterParts.Select(f => f.Footer)).OfType<OpenXmlElement>().ToList();
        foreach (var element in body.Elements())
            Add(element);
        return new(blocks, notes)
        {
            Words = [.. furniture.Append(body).Append(main.FootnotesPart?.Footnotes).Append(main.EndnotesPart?.Endnotes)
                .OfType<OpenXmlElement>().SelectMany(e => StatementMarkup.Words(AllWords(e)))],
            Dropped = [.. furniture.Select(AllWords).Where(w => w.Length > 0)],
        };
    }

    // Every word under an element, whatever its form.
    static string AllWords(OpenXmlElement element)
    {
        var text = new StringBuilder();
        foreach (var inner in element.Descendants())
            text.Append(inner switch { Paragraph or TabChar or Break or CarriageReturn => " ", Text words => words.Text, NoBreakHyphen => "-", _ => "" });
        return text.ToString().Trim();
    }

    void Add(OpenXmlElement element)
    {
        switch (element)
        {
            case Paragraph paragraph:
                Add(paragraph);
                break;
            case Table table:
                foreach (var row in table.Descendants<TableRow>())
                    blocks.Add(new(BlockKind.TableRow, "")
                    {
                        Cells = [.. row.Elements<TableCell>()
                        .Select(c => StatementMarkup.Line(string.Join(' ', c.Descendants<Paragraph>().Select(Inline))))]
                    });
                break;
            case SdtBlock or CustomXmlBlock or SdtContentBlock:
                foreach (var inner in element.Elements())
                    Add(inner);
                break;
        }
    }

    void Add(Paragraph paragraph)
    {
        var markup = StatementMarkup.Line(Inline(paragraph));
        if (markup.Length == 0)
            return;
        var style = StyleOf(paragraph);
        if (HeadingLevel(paragraph, style) is { } level)
            blocks.Add(new(BlockKind.Heading, markup) { Level = level });
        else if (style.Contains("quote", StringComparison.OrdinalIgnoreCase))
            blocks.Add(new(BlockKind.Quotation, markup));
        else if (numbers.Next(paragraph) is var (depth, label))
            blocks.Add(new(depth == 0 && label.Length > 0 ? BlockKind.Paragraph
                : BlockKind.ListItem, markup)
            { Level = Math.Max(0, label.Length > 0 ? depth - 1 : depth), Number = label });
        else
            blocks.Add(new(BlockKind.Paragraph, markup));
    }

    // The style's name; its id differs from language to language of Word.
    string StyleOf(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        return main.StyleDefinitionsPart?.Styles?.Elements<Style>().FirstOrDefault(s => s.StyleId == id)?.StyleName?.Val?.Value ?? id;
    }

    static int? HeadingLevel(Paragraph paragraph, string style)
    {
        if (style.Equals("title", StringComparison.OrdinalIgnoreCase))
            return 1;
        var name = style.Replace(" ", "", StringComparison.Ordinal);
        // "Heading 1" is a section: the title has a style of its own.
        return name.StartsWith("heading", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name.AsSpan("heading".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number + 1, 4)
            : paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } outline and < 9 ? Math.Min(outline + 2, 4) : null;
    }

    string Inline(OpenXmlElement parent)
    {
        var text = new StringBuilder();
        foreach (var child in parent.Elements())
        {
            text.Append(child switch
            {
                Text words => StatementMarkup.Escape(words.Text),
                TabChar or Break or CarriageReturn => " ",
                NoBreakHyphen => "-",
                FootnoteReference note =>
                    Cite(note.Id?.Value, main.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(n => n.Id?.Value == note.Id?.Value)),
                EndnoteReference note =>
                    Cite(note.Id?.Value, main.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(n => n.Id?.Value == note.Id?.Value)),
                Hyperlink link => StatementMarkup.Link(Inline(link), AddressOf(link)),
                Run or InsertedRun or SdtRun or SdtContentRun or SimpleField or MoveToRun => Inline(child),
                _ => "",
            });
        }

        return text.ToString();
    }

    string AddressOf(Hyperlink link) => main.HyperlinkRelationships.FirstOrDefault(r => r.Id == link.Id?.Value)?.Uri.ToString() ?? "";

    // Word counts the notes itself: so do we.
    string Cite(long? id, OpenXmlElement? note)
    {
        if (id is null || note is null)
            return "";
        var mark = $"{notes.Count + 1}";
        notes.Add(new(mark, ""));
        var place = notes.Count - 1;
        notes[place] = new(mark, StatementMarkup.Line(string.Join(' ', note.Elements<Paragraph>().Select(Inline))));
        return StatementMarkup.Mark(mark);
    }
}
