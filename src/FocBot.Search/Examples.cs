namespace FocBot.Search;

/// <summary>What the classifier learns from: a class for every sentence, and one for silence.</summary>
/// <remarks>A line names its passages. Where it resembles one of their sentences clearly it asks for that one; else the classifier finds out by itself.</remarks>
sealed class Examples(Shelf shelf, Lexicon lexicon)
{
    // There is one row of a sentence's own words to hundreds of lines.
    const int SentenceCounts = 15;

    const double Clearly = 0.15;

    readonly ByteVectors meanings = Meanings(shelf, lexicon);
    readonly List<(int Stem, float Weight)>[] bags = [.. Enumerable.Range(0, shelf.Sentences).Select(lexicon.Bag)];

    internal int Classes => shelf.Sentences + 1;

    /// <summary>Every row as an example, but for the lines of a fold.</summary>
    internal List<Example> Of(IReadOnlyList<SeenWords> seen, Traits traits, int? without)
    {
        var examples = new List<Example>();
        foreach (var (number, row) in shelf.Rows.Index())
        {
            if (row.Fold is { } fold && fold.Number == without)
                continue;
            var example = new Example(traits.Of(seen[number]), Right(number, row));
            examples.AddRange(Enumerable.Repeat(example, row.IsLine ? 1 : SentenceCounts));
        }

        return examples;
    }

    int[] Right(int number, ShelfRow row) =>
        !row.IsLine ? [number] : shelf.IsSilent(row) ? [shelf.Sentences] : [.. row.Owners.SelectMany(o => AskedFor(number, row, shelf.SentencesOf[o]))];

    int[] AskedFor(int number, ShelfRow row, int[] sentences)
    {
        if (sentences.Length == 1 || row.Language != "en")
            return sentences;
        var (meaning, words) = (meanings.Pack(lexicon.Meaning(number)), lexicon.Bag(number));
        var fits = Array.ConvertAll(sentences, s => words.Sum(x => x.Weight * bags[s].Find(y => y.Stem == x.Stem).Weight) + meanings.Cosine(meaning, s));
        var ordered = fits.OrderDescending().ToArray();
        return ordered[0] - ordered[1] > Clearly ? [sentences[Array.IndexOf(fits, ordered[0])]] : sentences;
    }

    static ByteVectors Meanings(Shelf shelf, Lexicon lexicon)
    {
        var meanings = new ByteVectors(shelf.Sentences, lexicon.Vectors.Dimensions);
        for (var sentence = 0; sentence < shelf.Sentences; sentence++)
            meanings.Set(sentence, lexicon.Meaning(sentence));
        return meanings;
    }
}
