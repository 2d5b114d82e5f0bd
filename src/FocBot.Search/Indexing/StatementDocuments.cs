using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Search.Analysis;
using FocBot.Search.Ranking;
using Lucene.Net.Documents;

namespace FocBot.Search.Indexing;

/// <summary>The documents of one statement, in the order in which <see cref="Searching.DocumentTable"/> expects them: header, passages, sentences, sample
/// questions.</summary>
/// <param name="interpreter">Reads sample questions of other languages in English.</param>
/// <param name="analyzer">Analyzes texts as they are written.</param>
/// <param name="vectorOf">The vector of an English text; null where there is none yet.</param>
sealed class StatementDocuments(QuestionInterpreter interpreter, QueryAnalyzer analyzer, Func<string, sbyte[]?> vectorOf)
{
    const float ClearlyNearer = 0.1f;

    /// <summary>Under this id stand the questions that no statement answers.</summary>
    internal const string Silent = "*";

    /// <summary>The documents of a statement, with a classifier where it has sample questions.</summary>
    internal IEnumerable<Document> Of(Statement statement, IReadOnlyList<AnalyzedQuery> silent, string checksum)
    {
        var readings = statement.Lines.Select(interpreter.Read).ToList();
        var texts = new PassageTexts(statement, interpreter);
        var classifier = statement.Lines.Count == 0 ? null
            : ClassifierTrainer.Train(statement, readings.ConvertAll(analyzer.Analyze), silent, text => analyzer.Analyze(new(text, text, "en")),
                (sample, passage) => AsksFor(readings[sample], passage, texts));
        yield return StatementDocument.ToDocument(statement.Id, checksum, classifier?.ToBytes());
        foreach (var passage in statement.Passages)
            yield return PassageDocument.ToDocument(passage.Id, texts.Of(passage), vectorOf(texts.ToEncode(passage)));
        foreach (var passage in statement.Passages)
        {
            for (var i = 0; i < passage.Sentences.Count; i++)
                yield return SentenceDocument.ToDocument(passage.Id, i, texts.Of(passage, i), vectorOf(texts.ToEncode(passage, i)));
        }

        foreach (var (sample, reading) in statement.Lines.Zip(readings))
            yield return SampleQuestionDocument.ToDocument(statement.Id, sample.Passages, reading, vectorOf(TextToEncode.Of(reading)));
    }

    /// <summary>The documents of the questions that no statement answers, and of the words of asking.</summary>
    internal IEnumerable<Document> OfSilence(Catalogue catalogue, string checksum)
    {
        yield return StatementDocument.ToDocument(Silent, checksum, null, QueryAnalyzer.FunctionWords(catalogue.Languages, "en"));
        foreach (var subject in catalogue.Silences)
        {
            foreach (var reading in subject.Lines.Select(line => interpreter.Read(new SampleQuestion([], line.Text, [], line.Language))))
                yield return SilentQuestionDocument.ToDocument(subject.Name, reading, vectorOf(TextToEncode.Of(reading)));
        }
    }

    // The sentence that is clearly nearer to the question than the passage's others.
    int? AsksFor(InterpretedQuestion question, Passage passage, PassageTexts texts)
    {
        if (passage.Sentences.Count == 1 || vectorOf(TextToEncode.Of(question)) is not { } vector)
            return null;
        var cosines = Enumerable.Range(0, passage.Sentences.Count)
            .Select(i => vectorOf(texts.ToEncode(passage, i)) is { } its ? QuantizedVector.Cosine(vector, its) : 0).ToArray();
        var ordered = cosines.OrderDescending().ToArray();
        return ordered[0] - ordered[1] > ClearlyNearer ? Array.IndexOf(cosines, ordered[0]) : null;
    }

    internal List<AnalyzedQuery> Analyze(IEnumerable<SilentSubject> subjects) =>
        [.. subjects.SelectMany(s => s.Lines).Select(line => analyzer.Analyze(interpreter.Read(new SampleQuestion([], line.Text, [], line.Language))))];
}

/// <summary>What the sentence encoder reads of questions.</summary>
static class TextToEncode
{
    /// <summary>The question in English, behind what it leans on.</summary>
    internal static string Of(InterpretedQuestion question) => string.Join(' ', question.Context.Reverse().Append(question.English));

    /// <summary>The same without full stops around, which would move its vector.</summary>
    internal static string OfAsked(InterpretedQuestion question) => Of(question).Trim('.', ' ');
}
