using System.Collections.Concurrent;

namespace FocBot.Search;

/// <summary>For a word, the shelf's stems that mean nearly the same by their vectors.</summary>
sealed class SoftSynonyms
{
    const int Most = 6;
    const double Near = 0.55;
    const double Weight = 0.6;

    readonly WordVectors vectors;
    readonly Vocabulary vocabulary;
    // The shelf's words that have a vector.
    readonly (int Stem, int Row, double Length)[] shelf;
    // By row: only words that the vectors have are kept; what else a person types is forgotten at once.
    readonly ConcurrentDictionary<int, Synonym[]> known = [];

    /// <param name="vectors">The meanings of words.</param>
    /// <param name="vocabulary">The shelf's words.</param>
    /// <param name="rows">The row of each of these words among the vectors.</param>
    internal SoftSynonyms(WordVectors vectors, Vocabulary vocabulary, int[] rows)
    {
        (this.vectors, this.vocabulary) = (vectors, vocabulary);
        // A word that one row alone has leads nowhere.
        shelf = [.. vocabulary.Words.Zip(rows).Where(w => w.Second >= 0 && vocabulary.Frequency(w.First.Stem) > 1).Select(w => (w.First.Stem, w.Second, vectors.LengthOf(w.Second)))];
    }

    /// <summary>Stems with weights below 0.6, the nearest first; without the word's own.</summary>
    internal Synonym[] Of(QuestionWord word) => word.Row < 0 ? [] : known.GetOrAdd(word.Row, static (row, asked) => asked.its.Nearest(row, asked.own), (its: this, own: word.Number));

    Synonym[] Nearest(int row, int own)
    {
        var near = new List<(int Stem, double Cosine)>();
        var length = vectors.LengthOf(row);
        foreach (var word in shelf)
        {
            var cosine = ByteVectors.Dot(vectors[row], vectors[word.Row]) / (length * word.Length);
            if (cosine > Near && word.Stem != own)
                near.Add((word.Stem, cosine));
        }

        return
        [
            .. near.GroupBy(w => w.Stem).Select(g => (Stem: g.Key, Cosine: g.Max(x => x.Cosine)))
                .OrderByDescending(w => w.Cosine).ThenBy(w => w.Stem).Take(Most)
                .Select(w => new Synonym(w.Stem, vocabulary[w.Stem], Weight * w.Cosine)),
        ];
    }
}
