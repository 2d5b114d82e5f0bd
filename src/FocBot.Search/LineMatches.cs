namespace FocBot.Search;

/// <summary>What was compared with a question, gathered by owner.</summary>
sealed class LineMatches(Shelf shelf)
{
    internal const int Best = 3;

    const int Neighbours = 8;

    readonly float[] bestLines = new float[Best * shelf.Owners];
    readonly int[] bestRows = new int[Best * shelf.Owners];
    readonly (int Row, float Likeness)[] near = new (int, float)[Neighbours];
    readonly List<(int Row, float Likeness)> sentences = [];

    internal void Add(int row, float likeness)
    {
        if (row < shelf.Sentences)
        {
            sentences.Add((row, likeness));
            return;
        }

        // The nearest lines, the nearest first.
        if (likeness > near[^1].Likeness)
        {
            var at = near.Length - 1;
            for (; at > 0 && near[at - 1].Likeness < likeness; at--)
                near[at] = near[at - 1];
            near[at] = (row, likeness);
        }

        Keep(shelf.FirstOwners[row], row, likeness);
        if (shelf.HasMoreOwners[row])
        {
            foreach (var owner in shelf.Rows[row].Owners.AsSpan(1))
                Keep(owner, row, likeness);
        }
    }

    /// <summary>The best lines of an owner, the best first: row and cosine; 0 where there are no more.</summary>
    internal (int Row, float Likeness) Line(int owner, int place) => (bestRows[(Best * owner) + place], bestLines[(Best * owner) + place]);

    internal double Mean(int owner) => (bestLines[Best * owner] + bestLines[(Best * owner) + 1] + bestLines[(Best * owner) + 2]) / Best;

    /// <summary>The cosine with a sentence, by its number; 0 where no subject word is shared.</summary>
    internal float Sentence(int row) => sentences.Find(s => s.Row == row).Likeness;

    /// <summary>How much of the likeness of the nearest lines is that of silent subjects.</summary>
    internal double SilentNeighbours()
    {
        double silent = 0, all = 0;
        foreach (var (row, likeness) in near)
        {
            all += likeness * likeness;
            if (shelf.FirstOwners[row] >= shelf.Passages.Count)
                silent += likeness * likeness;
        }

        return all > 0 ? silent / all : 0;
    }

    void Keep(int owner, int row, float likeness)
    {
        var best = bestLines.AsSpan(Best * owner, Best);
        if (likeness <= best[^1])
            return;
        var rows = bestRows.AsSpan(Best * owner, Best);
        var at = Best - 1;
        for (; at > 0 && best[at - 1] < likeness; at--)
            (best[at], rows[at]) = (best[at - 1], rows[at - 1]);
        (best[at], rows[at]) = (likeness, row);
    }
}
