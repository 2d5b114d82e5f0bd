using System.Runtime.InteropServices;
using System.Text;

namespace FocBot.Search;

/// <summary>A word as it stands on the shelf.</summary>
/// <param name="Stem">The number of its stem.</param>
/// <param name="English">How often it stands in English texts and lines.</param>
readonly record struct ShelfWord(string Text, int Stem, int English);

/// <summary>The words of the shelf and their stems, both by number, with how rare each stem is.</summary>
sealed class Vocabulary
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal), words = new(StringComparer.Ordinal);
    readonly string[] stems;
    readonly int[] frequency;
    readonly int rows;
    readonly double[] idf;
    readonly double idfOfUnknown;

    Vocabulary(string[] stems, int[] frequency, int rows, ShelfWord[] shelfWords)
    {
        (this.stems, this.frequency, this.rows, Words) = (stems, frequency, rows, shelfWords);
        foreach (var (number, stem) in stems.Index())
            numbers.Add(stem, number);
        foreach (var (number, word) in shelfWords.Index())
            words.Add(word.Text, number);
        idf = Array.ConvertAll(frequency, Bm25);
        idfOfUnknown = Bm25(0);

        double Bm25(int n) => Math.Log(1 + ((rows - n + 0.5) / (n + 0.5)));
    }

    internal int Count => stems.Length;

    internal ShelfWord[] Words { get; }

    /// <summary>The stem of that number.</summary>
    internal string this[int number] => stems[number];

    /// <summary>The stem's number; -1 where the shelf lacks it.</summary>
    internal int Of(string stem) => numbers.GetValueOrDefault(stem, -1);

    /// <summary>The number of a word as it stands on the shelf; -1 where it does not stand there so.</summary>
    internal int WordOf(string word) => words.GetValueOrDefault(word, -1);

    /// <summary>The English word of the shelf that two words make when written as one; null where there is none.</summary>
    internal string? English(string first, string second)
    {
        Span<char> together = stackalloc char[first.Length + second.Length];
        first.CopyTo(together);
        second.CopyTo(together[first.Length..]);
        return words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(together, out var id) && Words[id].English > 0 ? Words[id].Text : null;
    }

    /// <summary>In how many rows the stem stands.</summary>
    internal int Frequency(int number) => frequency[number];

    /// <summary>BM25's idf; that of a word nobody wrote for number -1.</summary>
    internal double Idf(int number) => number < 0 ? idfOfUnknown : idf[number];

    /// <summary>Reads the words off the rows.</summary>
    internal static Vocabulary Of(Shelf shelf, Words cutter)
    {
        var (stems, words) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, (int Stem, int English)>(StringComparer.Ordinal));
        var (frequency, last) = (new List<int>(), new List<int>());
        foreach (var (row, cut) in shelf.Rows.AsParallel().AsOrdered().Select(row => cutter.Cut(row.Line.Text)).AsEnumerable().Index())
        {
            foreach (var text in cut)
            {
                ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(words, text, out var known);
                if (!known && stems.TryAdd(cutter.Stem(text), stems.Count))
                {
                    frequency.Add(0);
                    last.Add(-1);
                }

                if (!known)
                    word.Stem = stems[cutter.Stem(text)];
                word.English += shelf.Rows[row].Language == "en" ? 1 : 0;
                if (last[word.Stem] != row)
                    (frequency[word.Stem], last[word.Stem]) = (frequency[word.Stem] + 1, row);
            }
        }

        return new([.. stems.Keys], [.. frequency], shelf.Rows.Count, [.. words.Select(w => new ShelfWord(w.Key, w.Value.Stem, w.Value.English))]);
    }

    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(rows);
        writer.Write(stems.Length);
        foreach (var (number, stem) in stems.Index())
        {
            writer.Write(stem);
            writer.Write7BitEncodedInt(frequency[number]);
        }

        writer.Write(Words.Length);
        foreach (var (text, stem, english) in Words)
        {
            writer.Write(text);
            writer.Write7BitEncodedInt(stem);
            writer.Write7BitEncodedInt(english);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static Vocabulary Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var rows = reader.ReadInt32();
        var stems = new string[reader.ReadInt32()];
        var frequency = new int[stems.Length];
        for (var i = 0; i < stems.Length; i++)
            (stems[i], frequency[i]) = (reader.ReadString(), reader.Read7BitEncodedInt());
        var words = new ShelfWord[reader.ReadInt32()];
        for (var i = 0; i < words.Length; i++)
        {
            var (text, stem, english) = (reader.ReadString(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            // A word that is its own stem is kept once.
            words[i] = new(text == stems[stem] ? stems[stem] : text, stem, english);
        }

        return new(stems, frequency, rows, words);
    }
}
