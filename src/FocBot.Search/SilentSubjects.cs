using System.Buffers;
using System.Text;
using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>Which subject that no statement speaks of is the nearest to a question: the cosine with the lines of all such subjects, by idf.</summary>
sealed class SilentSubjects
{
    readonly Vocabulary vocabulary;
    readonly string[] names;
    readonly (int Subject, double Length)[] lines;
    // For each stem the lines that hold it.
    readonly Dictionary<int, List<int>> holding = [];

    SilentSubjects(BinaryReader reader, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
            names[i] = reader.ReadString();
        lines = new (int, double)[reader.ReadInt32()];
        for (var line = 0; line < lines.Length; line++)
        {
            var (subject, stems, square) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), 0.0);
            while (stems-- > 0)
            {
                var stem = reader.Read7BitEncodedInt();
                square += Square(stem);
                if (!holding.TryGetValue(stem, out var its))
                    holding.Add(stem, its = []);
                its.Add(line);
            }

            lines[line] = (subject, Math.Sqrt(square));
        }
    }

    /// <summary>The nearest subject's name, and how near it is, in [0,1]; null where no line shares a word.</summary>
    internal (string Name, double Likeness)? Nearest(SeenWords seen)
    {
        var shared = ArrayPool<double>.Shared.Rent(lines.Length);
        Array.Clear(shared);
        foreach (var (stem, weight) in seen.Terms)
        {
            foreach (var line in holding.GetValueOrDefault(stem, []))
                shared[line] += weight * Square(stem);
        }

        var length = Math.Sqrt(seen.Subjects.DistinctBy(w => w.Stem).Sum(w => w.Weight * Square(w.Number)));
        var (best, likeness) = (-1, 0.0);
        for (var line = 0; line < lines.Length; line++)
        {
            if (shared[line] > likeness * lines[line].Length)
                (best, likeness) = (line, shared[line] / lines[line].Length);
        }

        ArrayPool<double>.Shared.Return(shared);
        return best < 0 ? null : (names[lines[best].Subject], Math.Min(1, likeness / length));
    }

    internal static void Write(Stream stream, Catalogue catalogue, Lexicon lexicon)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        var subjects = catalogue.Silences.Where(s => s.Name.Length > 0).ToList();
        writer.Write(subjects.Count);
        subjects.ForEach(s => writer.Write(s.Name));
        var lines = subjects.SelectMany((s, number) => s.Lines.Select(l => (number, Stems: lexicon.Read(l.Text).Subjects.Where(w => w.Number >= 0).Select(w => w.Number).Distinct().ToList()))).Where(l => l.Stems.Count > 0).ToList();
        writer.Write(lines.Count);
        foreach (var (subject, stems) in lines)
        {
            writer.Write7BitEncodedInt(subject);
            writer.Write7BitEncodedInt(stems.Count);
            stems.ForEach(writer.Write7BitEncodedInt);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static SilentSubjects Read(Stream stream, Vocabulary vocabulary)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        return new(reader, vocabulary);
    }

    double Square(int stem) => vocabulary.Idf(stem) * vocabulary.Idf(stem);
}
