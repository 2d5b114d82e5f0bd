using System.Collections.Frozen;
using FocBot.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace FocBot.Search.Analysis;

/// <summary>The words that the index and the language know, and how rare each stem is.</summary>
sealed class Vocabulary
{
    static readonly string[] countedFields = [FieldNames.SentenceText("en"), FieldNames.SampleText("en"), FieldNames.SilentText("en")];

    // Few mistype the first letter, and without it a tenth of the terms is looked at.
    const int PrefixLength = 1;

    readonly IndexReader reader;
    readonly IReadOnlySet<string> functionWords;
    readonly FrozenSet<string> english;
    readonly long texts;
    readonly Lazy<ILookup<string, string>> bySound;

    /// <param name="reader">The index.</param>
    /// <param name="functionWords">English words of asking.</param>
    /// <param name="english">Frequent English words, never taken for a misspelling.</param>
    internal Vocabulary(IndexReader reader, IReadOnlySet<string> functionWords, FrozenSet<string> english)
    {
        (this.reader, this.functionWords, this.english) = (reader, functionWords, english);
        texts = countedFields.Sum(field => (long)Math.Max(0, reader.GetDocCount(field)));
        bySound = new(() => TextWords().ToLookup(Phonetic.KeyOf, StringComparer.Ordinal));
    }

    internal bool IsFunctionWord(string word) => functionWords.Contains(word);

    /// <summary>Whether the word is written so in a statement.</summary>
    internal bool IsInTexts(string word) => reader.DocFreq(new Term(FieldNames.Word, word)) > 0;

    /// <summary>Whether a statement has the stem.</summary>
    internal bool HasStem(string stem) => reader.DocFreq(new Term(FieldNames.SentenceText("en"), stem)) > 0;

    /// <summary>Whether a statement, or a sample question with an answer, has the stem.</summary>
    internal bool IsAnswered(string stem) => HasStem(stem) || reader.DocFreq(new Term(FieldNames.SampleText("en"), stem)) > 0;

    /// <summary>Whether the stem is more at home in questions that nothing answers.</summary>
    internal bool IsMostlySilent(string stem) => !HasStem(stem)
        && reader.DocFreq(new Term(FieldNames.SampleText("en"), stem)) <= reader.DocFreq(new Term(FieldNames.SilentText("en"), stem));

    /// <summary>Whether the word needs no correction.</summary>
    internal bool IsKnown(string word) =>
        functionWords.Contains(word) || english.Contains(word) || IsInTexts(word) || reader.DocFreq(new Term(FieldNames.AskedWord, word)) > 0;

    /// <summary>BM25's idf of a stem over sentences and sample questions together.</summary>
    internal double Idf(string stem)
    {
        var holding = countedFields.Sum(field => (long)reader.DocFreq(new Term(field, stem)));
        return Math.Log(1 + ((texts - holding + 0.5) / (holding + 0.5)));
    }

    /// <summary>Words of the index within so many edits; a swap of neighbours is one.</summary>
    internal IEnumerable<(string Word, int Edits, int Frequency)> Near(string word, int edits) =>
        Near(FieldNames.Word, word, edits).Concat(Near(FieldNames.AskedWord, word, edits));

    /// <summary>Words of the statements that sound alike.</summary>
    internal IEnumerable<string> SoundingLike(string word) => bySound.Value[Phonetic.KeyOf(word)];

    List<(string Word, int Edits, int Frequency)> Near(string field, string word, int edits)
    {
        var near = new List<(string, int, int)>();
        if (MultiFields.GetTerms(reader, field) is not { } terms)
            return near;
        var fuzzy = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(field, word), edits, PrefixLength, transpositions: true);
        var boost = fuzzy.Attributes.AddAttribute<IBoostAttribute>();
        while (fuzzy.MoveNext())
        {
            var found = fuzzy.Term.Utf8ToString();
            near.Add((found, (int)Math.Round((1 - boost.Boost) * Math.Min(found.Length, word.Length)), fuzzy.DocFreq));
        }

        return near;
    }

    IEnumerable<string> TextWords()
    {
        if (MultiFields.GetTerms(reader, FieldNames.Word)?.GetEnumerator() is not { } words)
            yield break;
        while (words.MoveNext())
            yield return words.Term.Utf8ToString();
    }
}
