using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FocBot.Tests.Import;

/// <summary>Writes the charter as a Word file: styles, Word's own numbering, footnotes, a header and a footer.</summary>
static class WordFiles
{
    const int Numbers = 1, Bullets = 2;

    internal static byte[] Charter()
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new(Style("Titre", "Title"), Style("Titre1", "heading 1"), Style("Titre2", "heading 2"));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new(
                Abstract(Numbers, NumberFormatValues.Decimal, NumberFormatValues.LowerLetter),
                    Abstract(Bullets, NumberFormatValues.Bullet, NumberFormatValues.Bullet),
                new NumberingInstance(new AbstractNumId { Val = Numbers }) { NumberID = Numbers },
                    new NumberingInstance(new AbstractNumId { Val = Bullets }) { NumberID = Bullets });
            main.AddNewPart<FootnotesPart>().Footnotes = new(Note(2, Lighthouse.FirstNote), Note(3, Lighthouse.SecondNote));
            main.AddNewPart<HeaderPart>().Header = new(new Paragraph(Run(Lighthouse.Head)));
            main.AddNewPart<FooterPart>().Footer = new(new Paragraph(Run("Page "), new SimpleField(Run("1")) { Instruction = "PAGE" }));
            main.Document = new(new Body(
                Styled("Titre", Lighthouse.Title),
                Styled("Titre1", "The light"),
                new Paragraph(Run("Whoever keeps a light keeps it for all ships alike,"), Cite(2),
                    Run(" and the multi-stakeholder coun\u00ADcil watches over the keepers.")),
                new Paragraph(Run("A message that warns of a storm is free of charge: the multi-stakeholder council has said so."), Cite(3)),
                Styled("Titre1", "Duties"),
                Listed(Numbers, 0, Run("Keepers shall pass on every warning within the hour that they receive it, day and night, in summer and in "
                    + "winter, "), new InsertedRun(Run("to each harbour in sight, ")),
                        new DeletedRun(new Run(new DeletedText("to every port, "))), Run("whatever flag its ships may fly.")),
                Listed(Numbers, 0, Run("Keepers may be silent only:")),
                Listed(Bullets, 0, Run("in fog, when no signal carries;")),
                Listed(Bullets, 1, Run("for the small lights, on any day;")),
                Listed(Bullets, 1, Run("for the great lights, in the long nights of midwinter alone;")),
                Listed(Bullets, 0, Run("under the order of a court.")),
                Styled("Titre1", "Signals"),
                new Table(Row("Signal", "Meaning"), Row("Two flashes", "Storm"), Row("Long flash", "Harbour closed"))));
        }

        return bytes.ToArray();
    }

    static Style Style(string id, string name) => new(new StyleName { Val = name }) { StyleId = id, Type = StyleValues.Paragraph };

    static AbstractNum Abstract(int id, NumberFormatValues outer, NumberFormatValues inner) => new(
        new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = outer }, new LevelText { Val = "%1." }) { LevelIndex = 0 },
        new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = inner }, new LevelText { Val = "(%2)" }) { LevelIndex = 1 })
    { AbstractNumberId = id };

    static Footnote Note(int id, string words) => new(new Paragraph(new Run(new FootnoteReferenceMark()), Run(" " + words))) { Id = id };

    static Run Run(string words) => new(new Text(words) { Space = SpaceProcessingModeValues.Preserve });

    static Run Cite(int id) => new(new FootnoteReference { Id = id });

    static Paragraph Styled(string style, string words) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(words));

    static Paragraph Listed(int numbering, int depth, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(
            new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = depth }, new NumberingId { Val = numbering })));
        paragraph.Append(content);
        return paragraph;
    }

    static TableRow Row(string first, string second) => new(new TableCell(new Paragraph(Run(first))), new TableCell(new Paragraph(Run(second))));
}
