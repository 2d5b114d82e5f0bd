namespace FocBot.Search;

/// <summary>Compares a question with every sentence of the statements: by meaning, by words, and by what its nearest question lines ask for.</summary>
sealed class SentenceMatcher
{
    readonly Vocabulary vocabulary;
    readonly WordVectors vectors;
    readonly ByteVectors sentenceVectors;
    // For each passage the numbers of its sentences; for each row and owner the sentence that it asks for.
    readonly int[][] sentencesOf;
    readonly int[] rowOf;
    readonly Dictionary<(int Row, int Owner), int> asksFor = [];

    internal SentenceMatcher(Shelf shelf, IReadOnlyList<Bag> bags, Vocabulary vocabulary, WordVectors vectors, Words words, IReadOnlySet<string> asking)
    {
        (this.vocabulary, this.vectors) = (vocabulary, vectors);
        rowOf = [.. shelf.Rows.Index().Where(r => !r.Item.IsLine).Select(r => r.Index)];
        sentencesOf = [.. Enumerable.Range(0, shelf.Passages.Count).Select(p => rowOf.Index().Where(r => shelf.Rows[r.Item].Owners[0] == p).Select(r => r.Index).ToArray())];
        sentenceVectors = new(rowOf.Length, vectors.Dimensions);
        foreach (var (sentence, row) in rowOf.Index())
            sentenceVectors.Set(sentence, Mean(row));
        foreach (var (row, line) in shelf.Rows.Index().Where(r => r.Item.IsLine && r.Item.Language == "en" && !shelf.IsSilent(r.Item)))
        {
            var meaning = sentenceVectors.Pack(Mean(row));
            foreach (var owner in line.Owners)
                asksFor[(row, owner)] = sentencesOf[owner].Index().MaxBy(s => bags[row].Dot(bags[rowOf[s.Item]]) + sentenceVectors.Cosine(meaning, s.Item)).Index;
        }

        float[] Mean(int row) => vectors.Mean(shelf.Rows[row].Words.Where(w => !asking.Contains(w)).Select(w => (w, vocabulary.Idf(vocabulary.Of(words.Stem(w))))));
    }

    /// <summary>Compares the question's subject words with every sentence.</summary>
    /// <param name="fullText">What full-text search gave each sentence.</param>
    /// <param name="matches">Which lines are near.</param>
    internal SentenceMatches Match(List<QuestionWord> subjects, float[] fullText, LineMatches matches)
    {
        var meaning = sentenceVectors.Pack(vectors.Mean(subjects.Select(w => (w.Raw, w.Weight * vocabulary.Idf(w.Number)))));
        var nearness = new float[rowOf.Length];
        for (var i = 0; i < nearness.Length; i++)
            nearness[i] = sentenceVectors.Cosine(meaning, i);
        return new(this, fullText, nearness, matches);
    }

    /// <summary>What was compared, by passage.</summary>
    internal sealed class SentenceMatches(SentenceMatcher all, float[] fullText, float[] nearness, LineMatches matches)
    {
        const double Vote = 0.8, FullTextWeight = 1.5, VectorWeight = 0.7;

        internal double Vector(int passage) => all.sentencesOf[passage].Max(s => nearness[s]);

        internal double FullText(int passage) => all.sentencesOf[passage].Max(s => fullText[s]);

        /// <summary>How well each sentence of a passage fits; the best lines vote for the one that they ask for.</summary>
        internal double[] Sentences(int passage)
        {
            double[] fits = [.. all.sentencesOf[passage].Select(s => (FullTextWeight * fullText[s]) + (VectorWeight * nearness[s]) + matches.Sentence(all.rowOf[s]))];
            for (var place = 0; place < LineMatches.Best && fits.Length > 1; place++)
            {
                var (row, likeness) = matches.Line(passage, place);
                if (likeness > 0 && all.asksFor.TryGetValue((row, passage), out var sentence))
                    fits[sentence] += Vote * likeness;
            }

            return fits;
        }
    }
}
