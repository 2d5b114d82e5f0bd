namespace FocBot.Search;

/// <summary>The nearest question line of each owner.</summary>
sealed class LineMatches(Shelf shelf)
{
    readonly (int Row, float Likeness)[] best = new (int, float)[shelf.Owners];

    internal void Add(int row, float likeness)
    {
        foreach (var owner in shelf.Rows[row].IsLine ? shelf.Rows[row].Owners : [])
        {
            if (likeness > best[owner].Likeness)
                best[owner] = (row, likeness);
        }
    }

    /// <summary>The nearest line of a passage; null without any.</summary>
    internal string? Nearest(int passage) => best[passage].Likeness > 0 ? shelf.Rows[best[passage].Row].Line.Text : null;

    /// <summary>The named silent subject whose line is nearest; null without any.</summary>
    internal (string Name, double Likeness)? SilentSubject()
    {
        var named = shelf.Subjects.Index().Where(s => s.Item.Length > 0).Select(s => (Name: s.Item, Likeness: (double)best[shelf.Passages.Count + s.Index].Likeness)).ToList();
        return named.Count == 0 ? null : named.MaxBy(s => s.Likeness);
    }
}
