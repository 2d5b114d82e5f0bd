namespace FocBot.Search.Indexing;

/// <summary>The fields of the index. Each kind of text has fields of its own, because BM25's idf counts a whole field.</summary>
static class FieldNames
{
    /// <summary>The statement's id, untokenised: the key by which a statement is replaced.</summary>
    internal const string Statement = "statement";

    /// <summary>The passage's number within its statement.</summary>
    internal const string Passage = "passage";

    /// <summary>The sentence's place within its passage.</summary>
    internal const string Sentence = "sentence";

    /// <summary>Numbers of the passages that a sample question asks for.</summary>
    internal const string Answers = "answers";

    /// <summary>The subject that a silent question asks for.</summary>
    internal const string Subject = "subject";

    /// <summary>English words as the statements write them: the vocabulary of spelling.</summary>
    internal const string Word = "word";

    /// <summary>English words as sample questions write them, and the words of asking.</summary>
    internal const string AskedWord = "asked_word";

    /// <summary>The sentence encoder's vector, see <c>QuantizedVector</c>.</summary>
    internal const string Vector = "vector";

    /// <summary>What a statement was indexed from.</summary>
    internal const string Checksum = "checksum";

    /// <summary>A statement's trained classifier.</summary>
    internal const string Classifier = "classifier";

    internal static string PassageText(string language) => $"passage_{language}";

    internal static string Heading(string language) => $"heading_{language}";

    internal static string SentenceText(string language) => $"sentence_{language}";

    internal static string SampleText(string language) => $"sample_{language}";

    internal static string SilentText(string language) => $"silent_{language}";

    internal static IEnumerable<string> TextFields(string language) =>
        [PassageText(language), Heading(language), SentenceText(language), SampleText(language), SilentText(language)];
}
