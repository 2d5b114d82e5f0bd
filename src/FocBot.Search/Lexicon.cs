using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>What is known of words: those of the shelf, those of asking, their meanings; and how questions are read by them.</summary>
sealed class Lexicon
{
    readonly Words cutter;

    internal Lexicon(Catalogue catalogue, Vocabulary vocabulary, Words cutter)
    {
        (this.cutter, Vocabulary) = (cutter, vocabulary);
        Asking = catalogue.Languages.Where(l => l.Code == "en").SelectMany(l => l.Asking).ToHashSet(StringComparer.Ordinal);
        Vectors = new(catalogue.Vectors);
        var rows = Array.ConvertAll(vocabulary.Words, w => Vectors.Find(w.Text));
        Reader = new(cutter, vocabulary, Vectors, rows, new(catalogue.Synonyms, cutter), new(Vectors, vocabulary, rows), Asking, catalogue.Languages);
        Speller = new(vocabulary, Asking);
    }

    internal Vocabulary Vocabulary { get; }

    /// <summary>English words of asking, which carry no subject.</summary>
    internal IReadOnlySet<string> Asking { get; }

    internal WordVectors Vectors { get; }

    internal QuestionReader Reader { get; }

    internal Speller Speller { get; }

    /// <summary>The stems of an English text.</summary>
    internal IEnumerable<int> Stems(string text) => cutter.Cut(text).Select(word => Vocabulary.Of(cutter.Stem(word)));

    /// <summary>The mean meaning of a text's subject words, the rarer the more.</summary>
    internal float[] Meaning(IEnumerable<QuestionWord> subjects) => Vectors.Mean(subjects.Select(w => (w.Row, w.Weight * Vocabulary.Idf(w.Number))));

    /// <summary>The meanings of several texts, in their order.</summary>
    internal ByteVectors Meanings(IReadOnlyList<SeenWords> texts)
    {
        var meanings = new ByteVectors(texts.Count, Vectors.Dimensions);
        foreach (var (number, text) in texts.Index())
            meanings.Set(number, Meaning(text.Subjects));
        return meanings;
    }

    /// <summary>A statement's own sentence as if it were asked.</summary>
    internal SeenWords Read(string sentence) => Reader.Read(new(sentence, sentence, "en"), speller: null);
}
