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

    internal int Count => names.Length;

    /// <summary>The traits that at least two rows share: one that stands in a single row teaches nothing about another.</summary>
    internal static Traits Of(IReadOnlyList<SeenWords> rows)
    {
        var counts = new Dictionary<ulong, (int Count, int Last)>();
        foreach (var (row, seen) in rows.Index())
        {
            var counting = new Counting(counts, row);
            NameWords(seen, ref counting);
            foreach (var word in seen.Native)
                NameParts(word.Raw, 1, ref counting);
            foreach (var word in seen.Subjects)
                NameMeanings(word, ref counting);
        }

        ulong[] shared = [.. counts.Where(c => c.Value.Count > 1).Select(c => c.Key).Order()];
        return new(shared, Array.ConvertAll(shared, name => MathF.Log((1f + rows.Count) / (1 + counts[name].Count)) + 1));
    }

    /// <summary>The most traits that a question can have.</summary>
    internal static int Most(SeenWords seen)
    {
        var most = 3 + (2 * (seen.English.Count + seen.Native.Count));
        foreach (var word in seen.Native)
            most += word.Raw.Length + 1;
        foreach (var word in seen.Subjects)
            most += 1 + word.Same.Length;
        return most;
    }

    /// <summary>All traits of a question; those of each kind together of length 1. Returns how many there are.</summary>
    internal int Of(SeenWords seen, Span<Trait> into)
    {
        var taking = new Taking(this, into);
        NameWords(seen, ref taking);
        var words = taking.Count;
        Close(into[..words]);
        foreach (var word in seen.Native)
            NameParts(word.Raw, word.Weight, ref taking);
        var parts = taking.Count;
        Close(into[words..parts]);
        foreach (var word in seen.Subjects)
            NameMeanings(word, ref taking);
        Close(into[parts..taking.Count]);
        return taking.Count;
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

    static void NameWords<T>(SeenWords seen, ref T hear)
        where T : struct, IHear, allows ref struct
    {
        var words = seen.English;
        for (var i = 0; i < words.Count; i++)
        {
            hear.Hear(Hash(words[i].Stem), words[i].Weight);
            // Words of one sentence weigh the same.
            if (i > 0 && words[i - 1].Weight == words[i].Weight)
                hear.Hear(Hash(words[i - 1].Raw, " ", words[i].Raw), words[i].Weight);
        }

        if (words.Count > 0)
            hear.Hear(Hash("^", words[0].Raw), 1);
        if (words.Count > 1)
            hear.Hear(Hash("^", words[0].Raw, " ", words[1].Raw), 1);
        hear.Hear(Hash("%") + (ulong)Math.Min(LongestQuestion, words.Count / 2), 1);
        if (ReferenceEquals(words, seen.Native))
            return;
        for (var i = 0; i < seen.Native.Count; i++)
        {
            hear.Hear(Hash(seen.Native[i].Stem), seen.Native[i].Weight);
            if (i > 0)
                hear.Hear(Hash(seen.Native[i - 1].Raw, " ", seen.Native[i].Raw), seen.Native[i].Weight);
        }
    }

    // Four characters in a row, over the word with its edges.
    static void NameParts<T>(string raw, double weight, ref T hear)
        where T : struct, IHear, allows ref struct
    {
        Span<char> edged = stackalloc char[raw.Length + 2];
        edged[0] = edged[^1] = '_';
        raw.CopyTo(edged[1..]);
        for (var at = 0; at == 0 || at + PartSize <= edged.Length; at++)
            hear.Hear(Hash("#", edged.Slice(at, Math.Min(PartSize, edged.Length - at))), weight);
    }

    static void NameMeanings<T>(QuestionWord word, ref T hear)
        where T : struct, IHear, allows ref struct
    {
        hear.Hear(Hash("~", word.Stem), word.Weight);
        foreach (var (_, stem, weight) in word.Same)
            hear.Hear(Hash("~", stem), word.Weight * weight);
    }

    static void Close(Span<Trait> kind)
    {
        var length = 0f;
        foreach (var (_, value) in kind)
            length += value * value;
        length = MathF.Sqrt(length);
        foreach (ref var trait in kind)
            trait = trait with { Value = trait.Value / length };
    }

    // The number of a trait; below 0 where it is not one of ours.
    int Find(ulong name)
    {
        var number = begins[(int)(name >> (64 - FirstBits))];
        while (number < names.Length && names[number] < name)
            number++;
        return number < names.Length && names[number] == name ? number : -1;
    }

    static ulong Hash(ReadOnlySpan<char> a, ReadOnlySpan<char> b = default, ReadOnlySpan<char> c = default, ReadOnlySpan<char> d = default) => Fnv(Fnv(Fnv(Fnv(14695981039346656037, a), b), c), d);

    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/. It must be the same in every process.
    static ulong Fnv(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211;
        return hash;
    }

    interface IHear
    {
        /// <summary>Takes down one trait: the hash of its name, and how much the word counts that it comes from.</summary>
        void Hear(ulong name, double weight);
    }

    /// <summary>Counts in how many rows each trait stands.</summary>
    readonly struct Counting(Dictionary<ulong, (int Count, int Last)> counts, int row) : IHear
    {
        public void Hear(ulong name, double weight)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out var known);
            if (!known || count.Last != row)
                count = (count.Count + 1, row);
        }
    }

    /// <summary>Takes those that are ours, by their rarity.</summary>
    ref struct Taking(Traits traits, Span<Trait> into) : IHear
    {
        readonly Span<Trait> into = into;

        internal int Count { get; private set; }

        public void Hear(ulong name, double weight)
        {
            if (traits.Find(name) is >= 0 and var number)
                into[Count++] = new(number, (float)weight * traits.idf[number]);
        }
    }
}
