namespace FocBot.Import;

/// <summary>The words of the file against those of the statement that came of it.</summary>
/// <param name="InFile">How many words the file has.</param>
/// <param name="Taken">How many of them the statement has.</param>
/// <param name="Lost">Words of the file that the statement lacks.</param>
/// <param name="Doubled">Words that the statement has more often than the file.</param>
public sealed record WordReport(int InFile, int Taken, IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled)
{
    public bool IsWhole => Lost.Count == 0 && Doubled.Count == 0;

    /// <summary>Compares the words of the file with those of the text that was read from it.</summary>
    public static WordReport Of(ImportedText text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = text.Blocks.SelectMany(b => b.Cells.Count > 0 ? b.Cells : [b.Markup])
            .Concat(text.Notes.Select(n => n.Markup)).SelectMany(m => StatementMarkup.Words(StatementMarkup.Plain(m))).ToList();
        foreach (var (left, right) in text.Healed)
        {
            Count(StatementMarkup.Words(left).Concat(StatementMarkup.Words(right)), -1);
            Count(StatementMarkup.Words(left + right), 1);
        }

        Count(text.Words, 1);
        Count(text.Dropped.SelectMany(StatementMarkup.Words), -1);
        Count(text.Marks.SelectMany(StatementMarkup.Words), -1);
        Count(taken, -1);
        return new(text.Words.Count, taken.Count, Where(count => count > 0), Where(count => count < 0));

        void Count(IEnumerable<string> words, int by)
        {
            foreach (var word in words)
                counts[word] = counts.GetValueOrDefault(word) + by;
        }

        List<string> Where(Func<int, bool> differs) => [.. counts.Where(c => differs(c.Value))
            .Select(c => c.Value is 1 or -1 ? c.Key : $"{c.Key} ({Math.Abs(c.Value)} times)").Order(StringComparer.Ordinal)];
    }
}
