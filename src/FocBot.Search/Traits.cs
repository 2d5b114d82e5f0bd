using System.Runtime.InteropServices;
using System.Text;

namespace FocBot.Search;

/// <summary>One trait of a question, by its number, and how much there is of it.</summary>
readonly record struct Trait(int Number, float Value);

/// <summary>What the classifier sees of a question: its words and pairs of words, parts of words, and what means nearly the same.</summary>
/// <remarks>Each of the three kinds counts by idf, and is brought to length 1.</remarks>
sealed class Traits
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byName;
    readonly List<float> idf = [];

    Traits() => byName = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    internal int Count => numbers.Count;

    /// <summary>The traits that at least two rows share: one that stands in a single row teaches nothing about another.</summary>
    internal static Traits Of(IReadOnlyList<SeenWords> rows)
    {
        var counts = new Dictionary<string, (int Count, int Last)>(StringComparer.Ordinal);
        foreach (var (row, seen) in rows.Index())
        {
            TraitNames.Of(seen, (_, name, _) =>
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts.GetAlternateLookup<ReadOnlySpan<char>>(), name, out var known);
                if (!known || count.Last != row)
                    count = (count.Count + 1, row);
            });
        }

        var traits = new Traits();
        foreach (var (name, (count, _)) in counts.Where(c => c.Value.Count > 1).OrderBy(c => c.Key, StringComparer.Ordinal))
            traits.Add(name, MathF.Log((1f + rows.Count) / (1 + count)) + 1);
        return traits;
    }

    /// <summary>The traits of a question, each at most once in its kind.</summary>
    internal List<Trait> Of(SeenWords seen)
    {
        var traits = new List<Trait>(256);
        var (from, open) = (0, TraitKind.Words);
        TraitNames.Of(seen, (kind, name, weight) =>
        {
            if (kind != open)
            {
                Close(traits, from);
                (from, open) = (traits.Count, kind);
            }

            if (byName.TryGetValue(name, out var number))
                traits.Add(new(number, (float)weight * idf[number]));
        });
        Close(traits, from);
        return traits;
    }

    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Count);
        foreach (var (name, number) in numbers)
        {
            writer.Write(name);
            writer.Write(idf[number]);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static Traits Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var (traits, count) = (new Traits(), reader.ReadInt32());
        traits.numbers.EnsureCapacity(count);
        for (var i = 0; i < count; i++)
            traits.Add(reader.ReadString(), reader.ReadSingle());
        return traits;
    }

    void Add(string name, float rarity)
    {
        numbers.Add(name, numbers.Count);
        idf.Add(rarity);
    }

    // Of equal traits the strongest stays; then all together are of length 1.
    static void Close(List<Trait> traits, int from)
    {
        var kind = CollectionsMarshal.AsSpan(traits)[from..];
        kind.Sort((a, b) => a.Number != b.Number ? a.Number.CompareTo(b.Number) : b.Value.CompareTo(a.Value));
        var (count, length) = (0, 0f);
        for (var i = 0; i < kind.Length; i++)
        {
            if (i > 0 && kind[i].Number == kind[i - 1].Number)
                continue;
            length += kind[i].Value * kind[i].Value;
            kind[count++] = kind[i];
        }

        length = MathF.Sqrt(length);
        for (var i = 0; i < count; i++)
            kind[i] = kind[i] with { Value = kind[i].Value / length };
        traits.RemoveRange(from + count, kind.Length - count);
    }
}
