using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Core.Quotations;
using FocBot.Core.Statements;

namespace FocBot.Channels.Slack;

/// <summary>An answer as the value of its button "Share": what was seen, word for word, whatever is asked or answered meanwhile, a restart included.</summary>
/// <remarks>Passages travel as their ids, with the receipt of their words and the marked sentence: a button's value holds 2,000 characters,
/// so that a long one is packed.</remarks>
static class SharedAnswer
{
    const string Packed = "br:";
    const int LongestPlain = 64 * 1024;

    /// <summary>The value; null where the answer is not to be shared, or is too long for a button.</summary>
    internal static string? ToValue(Answer shown)
    {
        if (shown.IsPersonal || shown.Excerpts.Count == 0)
            return null;
        var value = new JsonObject
        {
            ["lead"] = shown.Lead,
            ["kind"] = (int)shown.Kind,
            ["list"] = shown.IsList,
            ["language"] = shown.Labels.Language,
            ["passages"] = new JsonArray([.. shown.Excerpts.Select(e =>
                (JsonNode)$"{e.Passage.Id}|{e.Passage.Receipt}|{e.KeyInPassage.Start}|{e.KeyInPassage.Length}")]),
        }.ToJsonString(Compact);
        if (value.Length > BlockKitAnswer.LongestValue)
            value = Packed + Convert.ToBase64String(Pack(Encoding.UTF8.GetBytes(value)));
        return value.Length <= BlockKitAnswer.LongestValue ? value : null;
    }

    static byte[] Pack(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize))
            brotli.Write(plain);
        return packed.ToArray();
    }

    // Bounded: a few bytes may be packed that unfold to gigabytes.
    static byte[] Unpack(string value)
    {
        using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(value)), CompressionMode.Decompress);
        var plain = new byte[LongestPlain];
        return plain[..brotli.ReadAtLeast(plain, LongestPlain, throwOnEndOfStream: false)];
    }

    /// <summary>The answer, without choices; null where the value is none, or the statement's words have changed since.</summary>
    internal static Answer? FromValue(string value, Catalogue catalogue)
    {
        JsonObject? read;
        try
        {
            read = SlackJson.Parse(value.StartsWith(Packed, StringComparison.Ordinal) ? Unpack(value[Packed.Length..]) : Encoding.UTF8.GetBytes(value));
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidDataException)
        {
            return null;
        }

        var excerpts = SlackJson.Elements(read?["passages"]).Select(passage => ExcerptOf(SlackJson.Text(passage), catalogue)).ToList();
        if (SlackJson.Text(read?["lead"]) is not { } lead || excerpts.Contains(null)
            || read?["kind"] is not JsonValue kind || !kind.TryGetValue<int>(out var number))
            return null;
        return new((AnswerKind)number, lead, [.. excerpts.OfType<Excerpt>()], [])
        {
            IsList = SlackJson.IsTrue(read["list"]),
            Labels = catalogue.Languages.FirstOrDefault(its => its.Code == SlackJson.Text(read["language"]))?.Labels ?? Labels.English,
        };
    }

    // Letters of other languages take one character of the value, not six.
    static JsonSerializerOptions Compact { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static Excerpt? ExcerptOf(string? text, Catalogue catalogue) =>
        text?.Split('|') is [var id, var receipt, var start, var length]
        && PassageId.TryParse(id, out var passageId) && catalogue.Find(passageId) is { } passage && passage.Receipt == receipt
        && int.TryParse(start, CultureInfo.InvariantCulture, out var from) && int.TryParse(length, CultureInfo.InvariantCulture, out var many)
        && from >= 0 && many >= 0 && from + many <= passage.Text.Length
            ? new(passage, new(from, many))
            : null;
}
