using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Search.Ranking;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace FocBot.Search.Indexing;

/// <summary>The header of a statement: what it was indexed from, and its classifier.</summary>
static class StatementDocument
{
    internal static Document ToDocument(string statement, string checksum, byte[]? classifier, IEnumerable<string>? words = null)
    {
        var document = DocumentParts.Begin(statement);
        document.Add(new StringField(FieldNames.Checksum, checksum, Field.Store.YES));
        if (classifier is not null)
            document.Add(new StoredField(FieldNames.Classifier, classifier));
        foreach (var word in words ?? [])
            document.Add(new StringField(FieldNames.AskedWord, word, Field.Store.NO));
        return document;
    }
}

/// <summary>A passage: its text and its heading, in each language that there is.</summary>
static class PassageDocument
{
    internal static Document ToDocument(PassageId id, IReadOnlyList<PassageText> texts, sbyte[]? vector)
    {
        var document = DocumentParts.Begin(id.Statement);
        document.Add(new NumericDocValuesField(FieldNames.Passage, id.Number));
        foreach (var text in texts)
        {
            document.Add(new TextField(FieldNames.PassageText(text.Language), text.Text, Field.Store.NO));
            if (text.Section is not null)
                document.Add(new TextField(FieldNames.Heading(text.Language), text.Section, Field.Store.NO));
        }

        return document.WithVector(vector);
    }
}

/// <summary>One sentence of a passage.</summary>
static class SentenceDocument
{
    internal static Document ToDocument(PassageId id, int place, IReadOnlyList<PassageText> texts, sbyte[]? vector)
    {
        var document = DocumentParts.Begin(id.Statement);
        document.Add(new NumericDocValuesField(FieldNames.Passage, id.Number));
        // 0 stands for "no sentence".
        document.Add(new NumericDocValuesField(FieldNames.Sentence, place + 1));
        foreach (var text in texts)
            document.Add(new TextField(FieldNames.SentenceText(text.Language), text.Text, Field.Store.NO));
        if (PassageTexts.InEnglish(texts) is { IsWritten: true } english)
            document.Add(new TextField(FieldNames.Word, english.Text, Field.Store.NO));
        return document.WithVector(vector);
    }
}

/// <summary>A question that passages of a statement answer, or that it leaves unanswered.</summary>
static class SampleQuestionDocument
{
    internal static Document ToDocument(string statement, IReadOnlyList<PassageId> answers, InterpretedQuestion reading, sbyte[]? vector)
    {
        var document = DocumentParts.Begin(statement);
        document.Add(new BinaryDocValuesField(FieldNames.Answers, new BytesRef(string.Join(' ', answers.Select(a => a.Number)))));
        return document.WithQuestion(reading, answers.Count == 0 ? FieldNames.SilentText : FieldNames.SampleText).WithVector(vector);
    }
}

/// <summary>A question that no statement answers, under the subject that it asks for.</summary>
static class SilentQuestionDocument
{
    internal static Document ToDocument(string subject, InterpretedQuestion reading, sbyte[]? vector)
    {
        var document = DocumentParts.Begin(StatementDocuments.Silent);
        document.Add(new StoredField(FieldNames.Subject, subject));
        return document.WithQuestion(reading, FieldNames.SilentText).WithVector(vector);
    }
}

/// <summary>What all documents have in common.</summary>
static class DocumentParts
{
    /// <summary>A document with its statement's id, untokenised: only so can a statement be replaced.</summary>
    internal static Document Begin(string statement) =>
    [
        new StringField(FieldNames.Statement, statement, Field.Store.NO),
        new SortedDocValuesField(FieldNames.Statement, new BytesRef(statement)),
    ];

    /// <summary>Adds a question in English, and as it was asked where that was another language.</summary>
    internal static Document WithQuestion(this Document document, InterpretedQuestion reading, Func<string, string> fieldOf)
    {
        document.Add(new TextField(fieldOf("en"), TextToEncode.Of(reading), Field.Store.NO));
        document.Add(reading.Language == "en" ? new TextField(FieldNames.AskedWord, reading.Text, Field.Store.NO)
            : new TextField(fieldOf(reading.Language), reading.Text, Field.Store.NO));
        return document;
    }

    internal static Document WithVector(this Document document, sbyte[]? vector)
    {
        if (vector is not null)
            document.Add(new BinaryDocValuesField(FieldNames.Vector, new BytesRef(QuantizedVector.ToBytes(vector))));
        return document;
    }
}
