namespace FocBot.Search;

/// <summary>What the classifier learns from: a class for every sentence, and one for silence.</summary>
/// <remarks>A line names its passages. Where it resembles one of their sentences clearly it asks for that one; else the classifier finds out by itself.</remarks>
sealed class Examples
{
    // There is one row of a sentence's own words to hundreds of lines.
    const int SentenceCounts = 15;

    const double Clearly = 0.15;

    readonly Shelf shelf;
    readonly Lexicon lexicon;
    readonly IReadOnlyList<SeenWords> seen;
    readonly ByteVectors meanings;
    readonly Dictionary<int, double>[] bags;

    /// <param name="seen">The rows as they are read.</param>
    internal Examples(Shelf shelf, Lexicon lexicon, IReadOnlyList<SeenWords> seen)
    {
        (this.shelf, this.lexicon, this.seen) = (shelf, lexicon, seen);
        Traits = Traits.Of(seen);
        // The sentences are the first rows.
        var sentences = seen.Take(shelf.Sentences.Texts.Count).ToList();
        meanings = lexicon.Meanings(sentences);
        bags = [.. sentences.Select(Bag)];
    }

    internal Traits Traits { get; }

    internal int Classes => shelf.Sentences.Texts.Count + 1;

    /// <summary>Every row as an example, but for the lines of a fold.</summary>
    internal List<Example> Without(int? fold)
    {
        var (examples, taken) = (new List<Example>(), Array.Empty<Trait>());
        foreach (var (number, row) in shelf.Rows.Index().Where(r => r.Item.Fold is null || r.Item.Fold.Number != fold))
        {
            Array.Resize(ref taken, Math.Max(taken.Length, Traits.Most(seen[number])));
            var example = new Example(taken[..Traits.Of(seen[number], taken)], Right(number, row));
            examples.AddRange(Enumerable.Repeat(example, row.IsLine ? 1 : SentenceCounts));
        }

        return examples;
    }

    int[] Right(int number, ShelfRow row) =>
        !row.IsLine ? [number] : row.Passages.Length == 0 ? [Classes - 1] : [.. row.Passages.SelectMany(p => AskedFor(number, row, shelf.Sentences.Of[p]))];

    int[] AskedFor(int number, ShelfRow row, int[] sentences)
    {
        if (sentences.Length == 1 || row.Language != "en")
            return sentences;
        var (meaning, bag) = (meanings.Pack(lexicon.Meaning(seen[number].Subjects)), Bag(seen[number]));
        var fits = Array.ConvertAll(sentences, s => bag.Sum(w => w.Value * bags[s].GetValueOrDefault(w.Key)) + meanings.Cosine(meaning, s));
        var ordered = fits.OrderDescending().ToArray();
        return ordered[0] - ordered[1] > Clearly ? [sentences[Array.IndexOf(fits, ordered[0])]] : sentences;
    }

    // Stems with their idf, together of length 1.
    Dictionary<int, double> Bag(SeenWords words)
    {
        var bag = words.Subjects.Where(w => w.Number >= 0).DistinctBy(w => w.Number).ToDictionary(w => w.Number, w => lexicon.Vocabulary.Idf(w.Number));
        var length = Math.Sqrt(bag.Values.Sum(v => v * v));
        return bag.ToDictionary(w => w.Key, w => w.Value / length);
    }
}
