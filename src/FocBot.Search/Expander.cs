namespace FocBot.Search;

/// <summary>A question's subject words with what means nearly the same.</summary>
/// <param name="Words">Stem number (negative: unknown to the shelf), stem, weight, idf.</param>
sealed record Expansion(IReadOnlyList<(int Number, double Weight)> Words, IReadOnlyDictionary<string, (int Stem, double Weight)[]> ByWord, IReadOnlyList<(string, string)> Named)
{
    internal (int Stem, double Weight)[] Of(string stem) => ByWord.GetValueOrDefault(stem, []);
}

/// <summary>Adds synonyms: those of <c>synonyms.txt</c> nearly in full, those by vectors at their cosine's worth.</summary>
sealed class Expander(Vocabulary vocabulary, Synonyms synonyms, SoftSynonyms soft)
{
    const double Given = 0.8;

    internal Expansion Expand(IReadOnlyList<QuestionWord> question)
    {
        var all = new Dictionary<int, double>();
        var byWord = new Dictionary<string, (int, double)[]>(StringComparer.Ordinal);
        var named = new List<(string, string)>();
        var row = question.Select(w => w.Stem).ToList();
        for (var i = 0; i < question.Count; i++)
        {
            var given = synonyms.Of(row, i).Select(vocabulary.Of).Where(n => n >= 0).Select(n => (n, Given)).ToList();
            var word = question[i];
            if (word.IsAsking && given.Count == 0)
                continue;
            if (!word.IsAsking && word.Number >= 0)
                Keep(all, word.Number, word.Weight);
            var same = given.Concat(word.IsAsking ? [] : soft.Of(word.Raw, word.Number)).ToArray();
            byWord[word.Stem] = same;
            foreach (var (stem, weight) in same)
            {
                Keep(all, stem, word.Weight * weight);
                named.Add((word.Raw, vocabulary[stem]));
            }
        }

        return new([.. all.Select(w => (w.Key, w.Value))], byWord, named);
    }

    static void Keep(Dictionary<int, double> all, int number, double weight)
    {
        if (weight > all.GetValueOrDefault(number))
            all[number] = weight;
    }
}
