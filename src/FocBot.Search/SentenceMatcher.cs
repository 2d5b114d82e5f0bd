namespace FocBot.Search;

/// <summary>Which sentence of a passage answers best: by full text, by meaning, by words, by the classifier, and by what the nearest question lines ask for.</summary>
sealed class SentenceMatcher
{
    const int Unknown = -1;
    const double Vote = 0.8, FullTextWeight = 1.5, VectorWeight = 0.7;

    readonly Shelf shelf;
    readonly Lexicon lexicon;
    readonly ByteVectors vectors;
    // The sentence that each line asks for, of its first passage; found when first needed.
    readonly int[] asksFor;

    internal SentenceMatcher(Shelf shelf, Lexicon lexicon)
    {
        (this.shelf, this.lexicon) = (shelf, lexicon);
        asksFor = [.. Enumerable.Repeat(Unknown, shelf.Rows.Count)];
        vectors = new(shelf.Sentences, lexicon.Vectors.Dimensions);
        for (var sentence = 0; sentence < shelf.Sentences; sentence++)
            vectors.Set(sentence, lexicon.Meaning(sentence));
    }

    /// <summary>The place of the best sentence among those of the passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="subjects">The question's subject words.</param>
    /// <param name="fullText">What full-text search gave each sentence.</param>
    /// <param name="chances">The log probability that the classifier gives each sentence.</param>
    /// <param name="matches">Which lines and sentences share words with the question.</param>
    internal int Best(int passage, List<QuestionWord> subjects, float[] fullText, float[] chances, LineMatches matches)
    {
        var sentences = shelf.SentencesOf[passage];
        if (sentences.Length == 1)
            return 0;
        var meaning = vectors.Pack(lexicon.Vectors.Mean(subjects.Select(w => (w.Raw, w.Weight * lexicon.Vocabulary.Idf(w.Number)))));
        var sum = sentences.Sum(s => Math.Exp(chances[s]));
        var fits = Array.ConvertAll(sentences, s => (FullTextWeight * fullText[s]) + (VectorWeight * vectors.Cosine(meaning, s)) + matches.Sentence(s) + (Math.Exp(chances[s]) / sum));
        for (var place = 0; place < LineMatches.Best; place++)
        {
            var (row, likeness) = matches.Line(passage, place);
            if (likeness > 0 && shelf.FirstOwners[row] == passage)
                fits[AsksFor(row, sentences)] += Vote * likeness;
        }

        return Array.IndexOf(fits, fits.Max());
    }

    int AsksFor(int row, int[] sentences)
    {
        if (asksFor[row] == Unknown)
        {
            var (meaning, words) = (vectors.Pack(lexicon.Meaning(row)), lexicon.Bag(row));
            asksFor[row] = sentences.Index().MaxBy(s => Cosine(words, lexicon.Bag(s.Item)) + vectors.Cosine(meaning, s.Item)).Index;
        }

        return asksFor[row];
    }

    static float Cosine(List<(int Stem, float Weight)> a, List<(int Stem, float Weight)> b) => a.Sum(x => x.Weight * b.Find(y => y.Stem == x.Stem).Weight);
}
