using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Search.Indexing;

/// <summary>A text to be searched in one language.</summary>
/// <param name="IsWritten">Whether somebody wrote it so; else it is a reading by a word list.</param>
readonly record struct PassageText(string Language, string Text, string? Section, bool IsWritten);

/// <summary>A statement in each language that it can be asked in: the original, its translations, and English, by the word list where nobody wrote an English
/// text.</summary>
sealed class PassageTexts(Statement statement, QuestionInterpreter interpreter)
{
    const string English = "en";

    /// <summary>The texts of a passage; one of them is in English.</summary>
    internal IReadOnlyList<PassageText> Of(Passage passage) =>
        WithEnglish([.. Written(passage).Select(p => new PassageText(p.Front.Language, p.Text, p.Section, IsWritten: true))]);

    /// <summary>The texts of a sentence; a translation that has other sentences is left out.</summary>
    internal IReadOnlyList<PassageText> Of(Passage passage, int sentence) =>
        WithEnglish([.. Written(passage).Where(p => p.Sentences.Count == passage.Sentences.Count)
            .Select(p => new PassageText(p.Front.Language, p.Sentences[sentence].Of(p.Text), null, IsWritten: true))]);

    /// <summary>The English one.</summary>
    internal static PassageText InEnglish(IEnumerable<PassageText> texts) => texts.First(t => t.Language == English);

    /// <summary>What the sentence encoder, which knows English alone, reads of a passage.</summary>
    internal string ToEncode(Passage passage) =>
        InEnglish(Of(passage)) is var english && english.Section is null ? english.Text : $"{english.Section}: {english.Text}";

    /// <summary>What the sentence encoder reads of a sentence.</summary>
    internal string ToEncode(Passage passage, int sentence) => InEnglish(Of(passage, sentence)).Text;

    IEnumerable<Passage> Written(Passage passage) =>
        statement.Translations.Select(t => t.Passages[passage.Id.Number - 1]).Prepend(passage).DistinctBy(p => p.Front.Language);

    List<PassageText> WithEnglish(List<PassageText> texts)
    {
        if (texts.TrueForAll(t => t.Language != English))
            texts.Add(new(English, Read(texts[0].Text, texts[0].Language), texts[0].Section is { } section ? Read(section, texts[0].Language) : null, false));
        return texts;
    }

    string Read(string text, string language) => interpreter.Read(new SampleQuestion([], text, [], language)).English;
}
