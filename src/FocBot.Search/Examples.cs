namespace FocBot.Search;

/// <summary>What the classifier learns from: a class for every sentence, and one for silence.</summary>
/// <remarks>A line names its passages; which of their sentences it asks for, the classifier finds out by itself.</remarks>
static class Examples
{
    // There is one row of a sentence's own words to hundreds of lines.
    const int SentenceCounts = 15;

    internal static int Classes(Shelf shelf) => shelf.Sentences + 1;

    /// <summary>Every row as an example, but for the lines of a fold.</summary>
    internal static List<Example> Of(Shelf shelf, IReadOnlyList<SeenWords> seen, Traits traits, int? without)
    {
        var examples = new List<Example>();
        foreach (var (i, row) in shelf.Rows.Index())
        {
            if (row.Fold is { } fold && fold.Number == without)
                continue;
            var example = new Example(traits.Of(seen[i]), Right(shelf, i, row));
            examples.AddRange(Enumerable.Repeat(example, row.IsLine ? 1 : SentenceCounts));
        }

        return examples;
    }

    static int[] Right(Shelf shelf, int number, ShelfRow row) =>
        !row.IsLine ? [number] : shelf.IsSilent(row) ? [shelf.Sentences] : [.. row.Owners.SelectMany(o => shelf.SentencesOf[o])];
}
