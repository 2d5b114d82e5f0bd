namespace FocBot.Search;

/// <summary>Naive Bayes with Dirichlet smoothing: how much likelier a word is from one owner than from the shelf.</summary>
sealed class Bayes
{
    const double Smoothing = 40;

    readonly double[] totals;
    readonly Dictionary<int, double>[] counts;
    readonly double[] background;

    internal Bayes(int owners, int words, IEnumerable<(int Owner, int Word)> seen)
    {
        totals = new double[owners];
        counts = [.. Enumerable.Range(0, words).Select(_ => new Dictionary<int, double>())];
        background = new double[words];
        foreach (var (owner, word) in seen)
        {
            totals[owner]++;
            counts[word][owner] = counts[word].GetValueOrDefault(owner) + 1;
            background[word]++;
        }

        var all = totals.Sum() + words;
        for (var i = 0; i < words; i++)
            background[i] = (background[i] + 1) / all;
    }

    /// <summary>Mean log likelihood ratio a unit of weight, for each owner.</summary>
    internal double[] Of(IReadOnlyList<(int Word, double Weight)> question, (int Owner, IReadOnlyList<int> Words)? without)
    {
        var scores = new double[totals.Length];
        var weight = question.Sum(q => q.Weight);
        if (weight <= 0)
            return scores;
        var unseen = question.Sum(q => q.Weight);
        for (var owner = 0; owner < scores.Length; owner++)
            scores[owner] = unseen * Math.Log(Smoothing / (totals[owner] - (without?.Owner == owner ? without.Value.Words.Count : 0) + Smoothing));
        // Where an owner never wrote the word, only its length speaks; the others are corrected one by one.
        foreach (var (word, w) in question)
        {
            foreach (var (owner, all) in counts[word])
            {
                var count = all - (without?.Owner == owner ? without.Value.Words.Count(x => x == word) : 0);
                scores[owner] += w * Math.Log(1 + (count / (Smoothing * background[word])));
            }
        }

        for (var owner = 0; owner < scores.Length; owner++)
            scores[owner] /= weight;
        return scores;
    }
}
