using System.Collections.Concurrent;

namespace FocBot.Search;

/// <summary>For a word, the shelf's stems that mean nearly the same by their vectors.</summary>
sealed class SoftSynonyms
{
    const int Most = 6;
    const double Near = 0.55;
    const double Weight = 0.6;
    const int MaxCached = 20_000;

    readonly WordVectors vectors;
    readonly Vocabulary vocabulary;
    readonly int[] stems;
    readonly ByteVectors shelf;
    readonly ConcurrentDictionary<string, Synonym[]> known = new(StringComparer.Ordinal);

    internal SoftSynonyms(WordVectors vectors, Vocabulary vocabulary, IReadOnlyList<(string Word, int Stem)> words)
    {
        (this.vectors, this.vocabulary) = (vectors, vocabulary);
        var known = words.Where(w => vectors.Knows(w.Word)).ToList();
        stems = [.. known.Select(w => w.Stem)];
        shelf = new(stems.Length, vectors.Dimensions);
        foreach (var (i, (word, _)) in known.Index())
            shelf.Set(i, vectors.Of(word)!);
    }

    /// <summary>Stems with weights below 0.6, the nearest first; without the word itself.</summary>
    internal Synonym[] Of(string raw, int own)
    {
        if (known.TryGetValue(raw, out var found))
            return found;
        found = vectors.Of(raw) is { } vector ? Nearest(vector, own) : [];
        if (known.Count < MaxCached)
            known.TryAdd(raw, found);
        return found;
    }

    Synonym[] Nearest(float[] vector, int own)
    {
        var packed = shelf.Pack(vector);
        return
        [
            .. stems.Select((stem, i) => (Stem: stem, Cosine: stem == own ? 0 : shelf.Cosine(packed, i)))
                .Where(w => w.Cosine > Near)
                .GroupBy(w => w.Stem).Select(g => (Stem: g.Key, Cosine: g.Max(x => x.Cosine)))
                .OrderByDescending(w => w.Cosine).ThenBy(w => w.Stem).Take(Most)
                .Select(w => new Synonym(w.Stem, vocabulary[w.Stem], Weight * w.Cosine)),
        ];
    }
}
