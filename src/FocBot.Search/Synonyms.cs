namespace FocBot.Search;

/// <summary><c>synonyms.txt</c>, Solr format: <c>a, b, c</c> mean each other; <c>a, b => c</c> reads a and b as c too.</summary>
/// <remarks>Expansions are of one word; a phrase of up to three words may stand on the left or in a group.</remarks>
sealed class Synonyms
{
    const int Longest = 3;

    readonly Dictionary<string, HashSet<string>> meanings = new(StringComparer.Ordinal);
    readonly HashSet<string> openers;

    internal Synonyms(IEnumerable<string> lines, Words words)
    {
        foreach (var line in lines)
        {
            var sides = line.Split("=>");
            var left = Read(sides[0], words);
            var right = sides.Length > 1 ? Read(sides[1], words) : left;
            foreach (var from in left)
            {
                if (!meanings.TryGetValue(from, out var to))
                    meanings.Add(from, to = new(StringComparer.Ordinal));
                to.UnionWith(right.Where(r => r != from).SelectMany(r => r.Split(' ')));
            }
        }

        openers = [.. meanings.Keys.Select(m => m.Split(' ')[0])];
    }

    /// <summary>Stems that mean nearly the same as words that stand at <paramref name="at"/>, one to three of them.</summary>
    internal IReadOnlyList<string> Of(List<QuestionWord> words, int at)
    {
        if (!openers.Contains(words[at].Stem))
            return [];
        var found = new List<string>();
        for (var length = Math.Min(Longest, words.Count - at); length > 0; length--)
        {
            if (meanings.TryGetValue(string.Join(' ', words.GetRange(at, length).Select(w => w.Stem)), out var same))
                found.AddRange(same);
        }

        return found;
    }

    static List<string> Read(string side, Words words) =>
        [.. side.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => string.Join(' ', words.Cut(p).Select(words.Stem)))];
}
