using System.Collections.Concurrent;

namespace FocBot.Search;

/// <summary>For a word, the shelf's stems that mean nearly the same by their vectors.</summary>
sealed class SoftSynonyms
{
    const int Most = 6;
    const float Near = 0.55f;
    const double Weight = 0.6;

    readonly WordVectors vectors;
    readonly Vocabulary vocabulary;
    readonly int[] stems;
    readonly ByteVectors shelf;
    readonly ConcurrentDictionary<string, Synonym[]> known = new(StringComparer.Ordinal);

    internal SoftSynonyms(WordVectors vectors, Vocabulary vocabulary)
    {
        (this.vectors, this.vocabulary) = (vectors, vocabulary);
        // A word that one row alone has leads nowhere.
        var known = vocabulary.Words.Where(w => vocabulary.Frequency(w.Stem) > 1 && vectors.Knows(w.Text)).ToList();
        stems = [.. known.Select(w => w.Stem)];
        shelf = new(stems.Length, vectors.Dimensions);
        foreach (var (i, word) in known.Index())
            shelf.Set(i, vectors.Of(word.Text)!);
    }

    /// <summary>Stems with weights below 0.6, the nearest first; without the word itself.</summary>
    internal Synonym[] Of(string raw, int own)
    {
        if (known.TryGetValue(raw, out var found))
            return found;
        // Only words that the vectors have are kept: what else a person types is forgotten at once.
        return vectors.Of(raw) is { } vector ? known.GetOrAdd(raw, _ => Nearest(vector, own)) : [];
    }

    Synonym[] Nearest(float[] vector, int own)
    {
        var packed = shelf.Pack(vector);
        var near = new List<(int Stem, float Cosine)>();
        for (var i = 0; i < stems.Length; i++)
        {
            if (shelf.Cosine(packed, i) is > Near and var cosine && stems[i] != own)
                near.Add((stems[i], cosine));
        }

        return
        [
            .. near.GroupBy(w => w.Stem).Select(g => (Stem: g.Key, Cosine: g.Max(x => x.Cosine)))
                .OrderByDescending(w => w.Cosine).ThenBy(w => w.Stem).Take(Most)
                .Select(w => new Synonym(w.Stem, vocabulary[w.Stem], Weight * w.Cosine)),
        ];
    }
}
