using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FocBot.Core.Quotations;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace FocBot.Channels.Web.Study;

/// <summary>Quotations with their footnotes as a Word file.</summary>
static class WordFile
{
    internal const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    internal static byte[] Of(IReadOnlyList<Core.Statements.Passage> passages)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var notes = new Footnotes(
                new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
                new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
            var body = new Body();
            for (var i = 0; i < passages.Count; i++)
            {
                notes.Append(new Footnote(new Paragraph(new Run(new FootnoteReferenceMark()), Words($" {CitationStyles.Footnote(passages[i])}")))
                {
                    Id = i
                    + 1
                });
                body.Append(new Paragraph(
                    new ParagraphProperties(new Indentation { Left = "720", Right = "720" }),
                    Words($"“{passages[i].Text}”"),
                    new Run(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), new FootnoteReference { Id = i + 1 })));
            }

            main.Document = new(body);
            main.AddNewPart<FootnotesPart>().Footnotes = notes;
        }

        return bytes.ToArray();
    }

    static Run Words(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
