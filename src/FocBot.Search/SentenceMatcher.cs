namespace FocBot.Search;

/// <summary>Which sentence of a passage answers best: by the classifier, by full text, and by meaning.</summary>
sealed class SentenceMatcher
{
    const double FullTextWeight = 8, VectorWeight = 1;

    readonly Shelf shelf;
    readonly Lexicon lexicon;
    readonly ByteVectors vectors;

    internal SentenceMatcher(Shelf shelf, Lexicon lexicon)
    {
        (this.shelf, this.lexicon) = (shelf, lexicon);
        vectors = new(shelf.Sentences, lexicon.Vectors.Dimensions);
        for (var sentence = 0; sentence < shelf.Sentences; sentence++)
            vectors.Set(sentence, lexicon.Meaning(sentence));
    }

    /// <summary>The place of the best sentence among those of the passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="subjects">The question's subject words.</param>
    /// <param name="fullText">What full-text search gave each sentence.</param>
    /// <param name="chances">The log probability that the classifier gives each sentence.</param>
    internal int Best(int passage, List<QuestionWord> subjects, float[] fullText, float[] chances)
    {
        var sentences = shelf.SentencesOf[passage];
        if (sentences.Length == 1)
            return 0;
        var meaning = vectors.Pack(lexicon.Vectors.Mean(subjects.Select(w => (w.Raw, w.Weight * lexicon.Vocabulary.Idf(w.Number)))));
        var sum = sentences.Sum(s => Math.Exp(chances[s]));
        var fits = Array.ConvertAll(sentences, s => (Math.Exp(chances[s]) / sum) + (FullTextWeight * fullText[s]) + (VectorWeight * vectors.Cosine(meaning, s)));
        return Array.IndexOf(fits, fits.Max());
    }
}
