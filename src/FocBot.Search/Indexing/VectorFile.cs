using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace FocBot.Search.Indexing;

/// <summary>Vectors of known texts, made by <c>focbot tune</c>, so that no first start has to encode: <c>index/vectors.bin</c>.</summary>
/// <remarks>Format: for each text the 64-bit XXH3 of its UTF-8, little-endian, then the vector's signed bytes.</remarks>
sealed class VectorFile
{
    internal const int Dimensions = 384;

    const int RecordSize = sizeof(ulong) + Dimensions;

    readonly byte[] bytes;
    readonly Dictionary<ulong, int> places;

    VectorFile(byte[] bytes)
    {
        this.bytes = bytes;
        places = new(bytes.Length / RecordSize);
        for (var at = 0; at + RecordSize <= bytes.Length; at += RecordSize)
            places.TryAdd(MemoryMarshal.Read<ulong>(bytes.AsSpan(at)), at + sizeof(ulong));
    }

    /// <summary>Reads the file; without one no text is known.</summary>
    internal static VectorFile Read(string path) => new(File.Exists(path) ? File.ReadAllBytes(path) : []);

    /// <summary>The text's vector; null where the file has none.</summary>
    internal sbyte[]? Find(string text) =>
        places.TryGetValue(KeyOf(text), out var at) ? MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(at, Dimensions)).ToArray() : null;

    internal static void Write(string path, IEnumerable<(string Text, sbyte[] Vector)> vectors)
    {
        using var writer = new BinaryWriter(File.Create(path));
        foreach (var (key, vector) in vectors.Select(v => (KeyOf(v.Text), v.Vector)).DistinctBy(v => v.Item1).OrderBy(v => v.Item1))
        {
            writer.Write(key);
            writer.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        }
    }

    static ulong KeyOf(string text) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(text));
}
