using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FocBot.Core.Onboarding;

namespace FocBot.Channels.Web.Onboarding;

/// <summary>A course's handout as a Word file: its stops, the recommendations in short, the questions, and the answers at the end.</summary>
static class HandoutFile
{
    internal static byte[] Of(Course course)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new(new Body(Paragraphs(course)));
        }

        return bytes.ToArray();
    }

    static IEnumerable<OpenXmlElement> Paragraphs(Course course)
    {
        var statement = course.Statement;
        yield return Heading(statement.Front.Title, 32);
        yield return Words($"{statement.Front.Issuer}, {statement.Front.Date}. Paragraph numbers are ours.");
        foreach (var stop in course.Stops)
        {
            yield return Heading(stop.Title, 26);
            yield return Words(stop.Introduction);
            yield return Quotation($"“{statement.Find(stop.Passage.Number)!.Text}” (para. {stop.Passage.Number})");
        }

        yield return Heading("The recommendations in short", 26);
        foreach (var passage in statement.Recommendations)
            yield return Quotation($"{passage.Recommendation}. {ShortQuotation.Of(statement, passage)} (para. {passage.Id.Number})");
        yield return Heading("Questions", 26);
        for (var i = 0; i < course.Questions.Count; i++)
        {
            yield return Words($"{i + 1}. {Asked(course.Questions[i])}");
            foreach (var option in course.Questions[i].Options)
                yield return Quotation($"☐ {option}");
        }

        yield return Heading("Answers", 26);
        for (var i = 0; i < course.Questions.Count; i++)
            yield return Words($"{i + 1}. {course.Questions[i].Right} (para. {course.Questions[i].Passage.Number})");
    }

    static string Asked(BankQuestion question) => question.Kind switch
    {
        BankQuestionKind.Gap => $"Which words fill the gap? “{question.Subject}”",
        BankQuestionKind.Acronym => $"What does {question.Subject} stand for?",
        _ => $"How strongly is this worded? “{question.Subject}”",
    };

    // Size in half points.
    static Paragraph Heading(string text, int size) =>
        new(new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240" }),
            new Run(new RunProperties(new Bold(), new FontSize { Val = $"{size}" }), new Text(text)));

    static Paragraph Words(string text) => new(new Run(new Text(text)));

    static Paragraph Quotation(string text) => new(new ParagraphProperties(new Indentation { Left = "500" }), new Run(new Text(text)));
}
