namespace FocBot.Search;

/// <summary>Words and pairs of words that tell of silence: "deadline", "who chairs" stand in silent lines, hardly in any other.</summary>
sealed class Telltales
{
    const double Most = 4;

    readonly Dictionary<string, (int Answered, int Silent)> seen = new(StringComparer.Ordinal);
    readonly Dictionary<(int Owner, string Sign), int> byOwner = [];
    readonly HashSet<string>[] rowSigns;
    readonly int[] ownerRows;
    readonly int passages, answered, silent;

    internal Telltales(Shelf shelf, Words words)
    {
        passages = shelf.Passages.Count;
        rowSigns = [.. shelf.Rows.Select(r => r.Language == "en" ? Signs(r.Words, words.Stem).ToHashSet(StringComparer.Ordinal) : [])];
        ownerRows = new int[shelf.Owners];
        for (var i = 0; i < rowSigns.Length; i++)
        {
            var (owner, isSilent) = (shelf.Rows[i].Owner, shelf.Rows[i].Owner >= passages);
            if (rowSigns[i].Count == 0)
                continue;
            ownerRows[owner]++;
            (answered, silent) = isSilent ? (answered, silent + 1) : (answered + 1, silent);
            foreach (var sign in rowSigns[i])
            {
                var (a, s) = seen.GetValueOrDefault(sign);
                seen[sign] = isSilent ? (a, s + 1) : (a + 1, s);
                byOwner[(owner, sign)] = byOwner.GetValueOrDefault((owner, sign)) + 1;
            }
        }
    }

    /// <summary>Log odds of silence: of the two most telling signs, and of all signs on average; each in [-4,4], 0 for unknown words.</summary>
    internal (double Strongest, double Mean) Of(IReadOnlyList<QuestionWord> question, LeftOut? without)
    {
        if (answered == 0 || silent == 0)
            return (0, 0);
        var odds = Signs([.. question.Select(w => w.Raw)], raw => question.First(w => w.Raw == raw).Stem)
            .Distinct(StringComparer.Ordinal).Select(sign => Odds(sign, without)).OfType<double>().OrderDescending().ToList();
        return odds.Count == 0 ? (0, 0) : (odds.Take(2).Average(), odds.Average());
    }

    double? Odds(string sign, LeftOut? without)
    {
        var (a, s) = seen.GetValueOrDefault(sign);
        double all = answered, allSilent = silent;
        if (without is { } left)
        {
            var mine = left.Whole ? byOwner.GetValueOrDefault((left.Owner, sign)) : rowSigns[left.Row].Contains(sign) ? 1 : 0;
            var rows = left.Whole ? ownerRows[left.Owner] : 1;
            (a, s, all, allSilent) = left.Owner < passages ? (a - mine, s, all - rows, allSilent) : (a, s - mine, all, allSilent - rows);
        }

        return a + s == 0 ? null : Math.Clamp(Math.Log((s + 0.5) / (allSilent + 1)) - Math.Log((a + 0.5) / (all + 1)), -Most, Most);
    }

    static IEnumerable<string> Signs(List<string> words, Func<string, string> stem)
    {
        for (var i = 0; i < words.Count; i++)
        {
            yield return stem(words[i]);
            if (i > 0)
                yield return $"{words[i - 1]} {words[i]}";
        }
    }
}
