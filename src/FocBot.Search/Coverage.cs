namespace FocBot.Search;

/// <summary>Which words stand in each passage's own text.</summary>
sealed class Coverage
{
    readonly Vocabulary vocabulary;
    readonly int count;
    // For each stem the passages that hold it.
    readonly int[][] holding;

    internal Coverage(IReadOnlyList<string> passages, Lexicon lexicon)
    {
        (vocabulary, count) = (lexicon.Vocabulary, passages.Count);
        var its = passages.Index().SelectMany(p => lexicon.Stems(p.Item).Where(stem => stem >= 0).Distinct().Select(stem => (Stem: stem, p.Index))).ToLookup(x => x.Stem, x => x.Index);
        holding = [.. Enumerable.Range(0, vocabulary.Count).Select(stem => its.Contains(stem) ? its[stem].ToArray() : [])];
    }

    /// <summary>For each passage the share of the subject words' idf that stands in it; what means nearly the same counts by how nearly.</summary>
    internal double[] Of(List<QuestionWord> subjects)
    {
        var (inside, best, total) = (new double[count], new double[count], 0.0);
        foreach (var subject in subjects)
        {
            Array.Clear(best);
            foreach (var (stem, _, weight) in subject.Same)
                Stands(stem, weight, best);
            if (subject.Number >= 0)
                Stands(subject.Number, 1, best);
            var worth = subject.Weight * vocabulary.Idf(subject.Number);
            total += worth;
            for (var passage = 0; passage < inside.Length; passage++)
                inside[passage] += best[passage] * worth;
        }

        for (var passage = 0; passage < inside.Length && total > 0; passage++)
            inside[passage] /= total;
        return inside;
    }

    void Stands(int stem, double weight, double[] best)
    {
        foreach (var passage in holding[stem])
            best[passage] = Math.Max(best[passage], weight);
    }
}
