namespace FocBot.Core.Quotations;

/// <summary>One difference: words of the text, and what the quotation has in their place; either may be empty.</summary>
readonly record struct WordChange(string Text, string Quoted);

/// <summary>The fewest changes that make a quotation out of a stretch of a text, by words.</summary>
/// <param name="Changes">In order; none where all words are the same.</param>
/// <param name="Start">The first word of the stretch.</param>
/// <param name="Same">How many words are the same.</param>
/// <param name="Pairs">Word of the text for each word of the quotation that is the same.</param>
sealed record WordAlignment(IReadOnlyList<WordChange> Changes, int Cost, int Start, int Same, IReadOnlyList<(int Text, int Quoted)> Pairs)
{
    // Leaving a word out is the likelier change: it costs less than a word that does not stand there, so that equal words are found beyond the gap.
    const int LeftOut = 1, Foreign = 3;

    /// <summary>Aligns by edit distance: what stands before and behind the stretch costs nothing, nor what a gap leaves out.</summary>
    internal static WordAlignment Of(IReadOnlyList<QuotedWord> text, IReadOnlyList<QuotedWord> quoted)
    {
        var cost = Costs(text, quoted);
        var end = 0;
        for (var i = 1; i <= text.Count; i++)
        {
            if (cost[i][quoted.Count] < cost[end][quoted.Count])
                end = i;
        }

        return Trace(text, quoted, cost, end);
    }

    static int[][] Costs(IReadOnlyList<QuotedWord> text, IReadOnlyList<QuotedWord> quoted)
    {
        var cost = Enumerable.Range(0, text.Count + 1).Select(_ => new int[quoted.Count + 1]).ToArray();
        for (var j = 1; j <= quoted.Count; j++)
        {
            for (var i = 0; i <= text.Count; i++)
                cost[i][j] = Best(i, j);
        }

        return cost;

        int Best(int i, int j)
        {
            if (quoted[j - 1].IsGap)
                return i == 0 ? cost[0][j - 1] : Math.Min(cost[i][j - 1], cost[i - 1][j]);
            var best = cost[i][j - 1] + Foreign;
            if (i > 0)
                best = Math.Min(best, Math.Min(cost[i - 1][j] + LeftOut, cost[i - 1][j - 1] + (Same(i, j) ? 0 : Foreign)));
            return best;
        }

        bool Same(int i, int j) => text[i - 1].Plain == quoted[j - 1].Plain;
    }

    static WordAlignment Trace(IReadOnlyList<QuotedWord> text, IReadOnlyList<QuotedWord> quoted, int[][] cost, int end)
    {
        var (changes, pairs) = (new List<WordChange>(), new List<(int, int)>());
        var (left, added) = (new Stack<string>(), new Stack<string>());
        var (i, j) = (end, quoted.Count);
        while (j > 0)
        {
            if (quoted[j - 1].IsGap)
            {
                Flush();
                if (i > 0 && cost[i][j] == cost[i - 1][j] && cost[i][j] != cost[i][j - 1])
                    i--;
                else
                    j--;
            }
            else if (i > 0 && text[i - 1].Plain == quoted[j - 1].Plain && cost[i][j] == cost[i - 1][j - 1])
            {
                Flush();
                pairs.Add((--i, --j));
            }
            else if (i > 0 && cost[i][j] == cost[i - 1][j - 1] + Foreign)
            {
                left.Push(text[--i].Typed);
                added.Push(quoted[--j].Typed);
            }
            else if (cost[i][j] == cost[i][j - 1] + Foreign)
                added.Push(quoted[--j].Typed);
            else
                left.Push(text[--i].Typed);
        }

        Flush();
        changes.Reverse();
        pairs.Reverse();
        return new(changes, cost[end][quoted.Count], i, pairs.Count, pairs);

        void Flush()
        {
            if (left.Count + added.Count > 0)
                changes.Add(new(string.Join(' ', left), string.Join(' ', added)));
            left.Clear();
            added.Clear();
        }
    }
}
