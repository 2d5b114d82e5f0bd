using System.Runtime.InteropServices;

namespace FocBot.Search;

/// <summary>One trait of a question, by its number, and how much there is of it.</summary>
readonly record struct Trait(int Number, float Value);

/// <summary>What the classifier sees of words: themselves, pairs of them, their parts, and what means nearly the same. Each by its rarity.</summary>
/// <remarks>A trait is known by the hash of its name. Marks keep the kinds apart: <c>#part</c>, <c>~meaning</c>, <c>^first</c>, <c>%length</c>.</remarks>
sealed class Traits
{
    const int LongestQuestion = 12, PartSize = 4;

    // Names are hashes: spread evenly, so their first bits tell where to look.
    const int FirstBits = 15;

    // In order.
    readonly ulong[] names;
    readonly float[] idf;
    // Where names with these first bits begin.
    readonly int[] begins = new int[1 << FirstBits];

    Traits(ulong[] names, float[] idf)
    {
        (this.names, this.idf) = (names, idf);
        for (int bits = 0, at = 0; bits < begins.Length; bits++)
        {
            while (at < names.Length && (int)(names[at] >> (64 - FirstBits)) < bits)
                at++;
            begins[bits] = at;
        }
    }

    /// <summary>Takes down one trait: the hash of its name, and how much the word counts that it comes from.</summary>
    delegate void Hear(ulong name, double weight);

    internal int Count => names.Length;

    /// <summary>The traits that at least two rows share: one that stands in a single row teaches nothing about another.</summary>
    internal static Traits Of(IReadOnlyList<SeenWords> rows)
    {
        var counts = new Dictionary<ulong, (int Count, int Last)>();
        foreach (var (row, seen) in rows.Index())
        {
            NameWords(seen, Hear);
            foreach (var word in seen.Native)
                NameParts(word.Raw, Hear);
            foreach (var word in seen.Subjects)
                NameMeanings(word, Hear);

            void Hear(ulong name, double weight)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out var known);
                if (!known || count.Last != row)
                    count = (count.Count + 1, row);
            }
        }

        ulong[] shared = [.. counts.Where(c => c.Value.Count > 1).Select(c => c.Key).Order()];
        return new(shared, Array.ConvertAll(shared, name => MathF.Log((1f + rows.Count) / (1 + counts[name].Count)) + 1));
    }

    /// <summary>All traits of a question; those of each kind together of length 1.</summary>
    internal List<Trait> Of(SeenWords seen)
    {
        var all = new List<Trait>(24 * (seen.Native.Count + 1));
        NameWords(seen, (name, weight) => Take(all, name, weight));
        Close(all, 0);
        var parts = all.Count;
        foreach (var word in seen.Native)
            NameParts(word.Raw, (name, weight) => Take(all, name, word.Weight * weight));
        Close(all, parts);
        var meanings = all.Count;
        foreach (var word in seen.Subjects)
            NameMeanings(word, (name, weight) => Take(all, name, word.Weight * weight));
        Close(all, meanings);
        return all;
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write(MemoryMarshal.AsBytes(names.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(idf.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static Traits Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var (names, idf) = (new ulong[count], new float[count]);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(names.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(idf.AsSpan()));
        return new(names, idf);
    }

    static void NameWords(SeenWords seen, Hear hear)
    {
        var words = seen.English;
        for (var i = 0; i < words.Count; i++)
        {
            hear(Hash(words[i].Stem), words[i].Weight);
            // Words of one sentence weigh the same.
            if (i > 0 && words[i - 1].Weight == words[i].Weight)
                hear(Hash(words[i - 1].Raw, " ", words[i].Raw), words[i].Weight);
        }

        if (words.Count > 0)
            hear(Hash("^", words[0].Raw), 1);
        if (words.Count > 1)
            hear(Hash("^", words[0].Raw, " ", words[1].Raw), 1);
        hear(Hash("%") + (ulong)Math.Min(LongestQuestion, words.Count / 2), 1);
        if (ReferenceEquals(words, seen.Native))
            return;
        for (var i = 0; i < seen.Native.Count; i++)
        {
            hear(Hash(seen.Native[i].Stem), seen.Native[i].Weight);
            if (i > 0)
                hear(Hash(seen.Native[i - 1].Raw, " ", seen.Native[i].Raw), seen.Native[i].Weight);
        }
    }

    // Four characters in a row, over the word with its edges.
    static void NameParts(string raw, Hear hear)
    {
        var edged = $"#_{raw}_";
        for (var at = 1; at == 1 || at + PartSize <= edged.Length; at++)
            hear(Hash("#", edged.AsSpan(at, Math.Min(PartSize, edged.Length - at))), 1);
    }

    static void NameMeanings(QuestionWord word, Hear hear)
    {
        hear(Hash("~", word.Stem), 1);
        foreach (var (_, stem, weight) in word.Same)
            hear(Hash("~", stem), weight);
    }

    void Take(List<Trait> into, ulong name, double weight)
    {
        var number = begins[(int)(name >> (64 - FirstBits))];
        while (number < names.Length && names[number] < name)
            number++;
        if (number < names.Length && names[number] == name)
            into.Add(new(number, (float)weight * idf[number]));
    }

    static void Close(List<Trait> traits, int from)
    {
        var kind = CollectionsMarshal.AsSpan(traits)[from..];
        var length = 0f;
        foreach (var (_, value) in kind)
            length += value * value;
        length = MathF.Sqrt(length);
        foreach (ref var trait in kind)
            trait = trait with { Value = trait.Value / length };
    }

    static ulong Hash(ReadOnlySpan<char> a, ReadOnlySpan<char> b = default, ReadOnlySpan<char> c = default, ReadOnlySpan<char> d = default) => Fnv(Fnv(Fnv(Fnv(14695981039346656037, a), b), c), d);

    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/. It must be the same in every process.
    static ulong Fnv(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211;
        return hash;
    }
}
