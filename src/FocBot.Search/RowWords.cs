using System.Runtime.InteropServices;
using System.Text;

namespace FocBot.Search;

/// <summary>The words of every row, by number: cut and stemmed once, when the index is built.</summary>
sealed class RowWords
{
    // Each word with the number of its stem; for each row the numbers of its words.
    readonly List<(string Word, int Stem)> words = [];
    readonly List<int[]> rows = [];
    readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);

    RowWords(IReadOnlyList<string> stems, IReadOnlyList<(string, int)> words, IReadOnlyList<int[]> rows)
    {
        this.words.AddRange(words);
        this.rows.AddRange(rows);
        foreach (var (id, (word, _)) in this.words.Index())
            ids.Add(word, id);
        Vocabulary = new(stems, rows.Select(row => row.Select(w => words[w].Item2)));
    }

    internal Vocabulary Vocabulary { get; }

    /// <summary>Every word, with the number of its stem.</summary>
    internal IReadOnlyList<(string Word, int Stem)> Words => words;

    /// <summary>The number of a word that stands so in a row; -1 for any other.</summary>
    internal int Of(string word) => ids.GetValueOrDefault(word, -1);

    /// <summary>The numbers of a row's words.</summary>
    internal int[] this[int row] => rows[row];

    /// <summary>The stems of a row, in its order.</summary>
    internal int[] Stems(int row) => Array.ConvertAll(rows[row], w => words[w].Stem);

    internal static RowWords Of(Shelf shelf, Words cutter)
    {
        var (stems, numbers) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var words = new List<(string, int)>();
        var rows = shelf.Rows.AsParallel().AsOrdered().Select(row => cutter.Cut(row.Line.Text)).AsEnumerable().Select(cut => cut.Select(NumberOf).ToArray()).ToList();
        return new([.. stems.Keys], words, rows);

        int NumberOf(string word)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var known);
            if (known)
                return number;
            var stem = cutter.Stem(word);
            stems.TryAdd(stem, stems.Count);
            words.Add((word, stems[stem]));
            return number = words.Count - 1;
        }
    }

    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Vocabulary.Count);
        for (var i = 0; i < Vocabulary.Count; i++)
            writer.Write(Vocabulary[i]);
        writer.Write(words.Count);
        foreach (var (word, stem) in words)
        {
            writer.Write(word);
            writer.Write7BitEncodedInt(stem);
        }

        writer.Write(rows.Count);
        foreach (var row in rows)
        {
            writer.Write7BitEncodedInt(row.Length);
            foreach (var word in row)
                writer.Write7BitEncodedInt(word);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static RowWords Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var stems = Many(() => reader.ReadString());
        var words = Many(() => (reader.ReadString(), reader.Read7BitEncodedInt()));
        var rows = Many(() =>
        {
            var row = new int[reader.Read7BitEncodedInt()];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.Read7BitEncodedInt();
            return row;
        });
        return new(stems, words, rows);

        T[] Many<T>(Func<T> read)
        {
            var all = new T[reader.ReadInt32()];
            for (var i = 0; i < all.Length; i++)
                all[i] = read();
            return all;
        }
    }
}
