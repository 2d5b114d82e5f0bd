namespace FocBot.Search;

/// <summary>The stems of the shelf, numbered, with how rare each is.</summary>
sealed class Vocabulary
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly IReadOnlyList<string> stems;
    readonly int[] frequency;
    readonly double[] idf;
    readonly double idfOfUnknown;

    /// <param name="stems">Each stem, by its number.</param>
    /// <param name="rows">The numbers that stand in each row.</param>
    internal Vocabulary(IReadOnlyList<string> stems, IEnumerable<IEnumerable<int>> rows)
    {
        this.stems = stems;
        foreach (var (number, stem) in stems.Index())
            numbers.Add(stem, number);
        frequency = new int[stems.Count];
        var (last, count) = (new int[stems.Count], 0);
        foreach (var row in rows)
        {
            count++;
            foreach (var stem in row)
            {
                if (last[stem] != count)
                    (frequency[stem], last[stem]) = (frequency[stem] + 1, count);
            }
        }

        idf = Array.ConvertAll(frequency, Bm25);
        idfOfUnknown = Bm25(0);

        double Bm25(int n) => Math.Log(1 + ((count - n + 0.5) / (n + 0.5)));
    }

    internal int Count => stems.Count;

    /// <summary>The stem of that number.</summary>
    internal string this[int number] => stems[number];

    /// <summary>The stem's number; -1 where the shelf lacks it.</summary>
    internal int Of(string stem) => numbers.GetValueOrDefault(stem, -1);

    /// <summary>In how many rows the stem stands.</summary>
    internal int Frequency(int number) => frequency[number];

    /// <summary>BM25's idf; that of a word nobody wrote for number -1.</summary>
    internal double Idf(int number) => number < 0 ? idfOfUnknown : idf[number];
}
