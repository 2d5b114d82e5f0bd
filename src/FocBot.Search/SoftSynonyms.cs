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
    readonly ConcurrentDictionary<string, Synonym[]> known = new(StringComparer.Ordinal);

    internal SoftSynonyms(WordVectors vectors, Vocabulary vocabulary)
    {
        (this.vectors, this.vocabulary) = (vectors, vocabulary);
        // A word that one row alone has leads nowhere.
        shelf = [.. vocabulary.Words.Where(w => vocabulary.Frequency(w.Stem) > 1).Select(w => (w.Stem, Row: vectors.Find(w.Text))).Where(w => w.Row >= 0)
            .Select(w => (w.Stem, w.Row, LengthOf(w.Row)))];
    }

    /// <summary>Stems with weights below 0.6, the nearest first; without the word itself.</summary>
    internal Synonym[] Of(string raw, int own)
    {
        if (known.TryGetValue(raw, out var found))
            return found;
        // Only words that the vectors have are kept: what else a person types is forgotten at once.
        return vectors.Find(raw) is >= 0 and var row ? known.GetOrAdd(raw, _ => Nearest(row, own)) : [];
    }

    Synonym[] Nearest(int row, int own)
    {
        var near = new List<(int Stem, double Cosine)>();
        var length = LengthOf(row);
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

    double LengthOf(int row) => Math.Sqrt(Math.Max(1, ByteVectors.Dot(vectors[row], vectors[row])));
}
