namespace FocBot.Search;

/// <summary>The stems of the shelf, numbered, with how rare each is.</summary>
sealed class Vocabulary
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly List<string> stems = [];
    readonly List<int> frequency = [];
    readonly int rows;

    internal Vocabulary(IEnumerable<IEnumerable<string>> texts)
    {
        foreach (var text in texts)
        {
            rows++;
            foreach (var stem in text.Distinct(StringComparer.Ordinal))
            {
                if (numbers.TryAdd(stem, frequency.Count))
                {
                    stems.Add(stem);
                    frequency.Add(0);
                }

                frequency[numbers[stem]]++;
            }
        }
    }

    internal int Count => frequency.Count;

    /// <summary>The stem of that number.</summary>
    internal string this[int number] => stems[number];

    /// <summary>The stem's number; -1 where the shelf lacks it.</summary>
    internal int Of(string stem) => numbers.TryGetValue(stem, out var number) ? number : -1;

    /// <summary>In how many rows the stem stands.</summary>
    internal int Frequency(int number) => frequency[number];

    /// <summary>BM25's idf; that of a word nobody wrote for number -1.</summary>
    internal double Idf(int number)
    {
        var n = number < 0 ? 0 : frequency[number];
        return Math.Log(1 + ((rows - n + 0.5) / (n + 0.5)));
    }
}
