namespace FocBot.Search;

/// <summary>Which sentence of a passage answers best: by the classifier, by full text, and by meaning.</summary>
sealed class SentenceMatcher
{
    const double FullTextWeight = 8, VectorWeight = 1;

    readonly Sentences sentences;
    readonly Lexicon lexicon;
    readonly ByteVectors meanings;

    internal SentenceMatcher(Sentences sentences, Lexicon lexicon)
    {
        (this.sentences, this.lexicon) = (sentences, lexicon);
        meanings = lexicon.Meanings([.. sentences.Texts.Select(lexicon.Read)]);
    }

    /// <summary>The meaning of a question's subject words, as <see cref="Best"/> takes it.</summary>
    internal sbyte[] MeaningOf(List<QuestionWord> subjects) => meanings.Pack(lexicon.Meaning(subjects));

    /// <summary>The place of the best sentence among those of the passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="meaning">The question's meaning.</param>
    /// <param name="fullText">What full-text search gave each sentence.</param>
    /// <param name="chances">The log probability that the classifier gives each sentence.</param>
    internal int Best(int passage, sbyte[] meaning, float[] fullText, float[] chances)
    {
        var its = sentences.Of[passage];
        if (its.Length == 1)
            return 0;
        var sum = its.Sum(s => Math.Exp(chances[s]));
        var fits = Array.ConvertAll(its, s => (Math.Exp(chances[s]) / sum) + (FullTextWeight * fullText[s]) + (VectorWeight * meanings.Cosine(meaning, s)));
        return Array.IndexOf(fits, fits.Max());
    }
}
