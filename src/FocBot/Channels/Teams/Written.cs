using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FocBot.Channels.Teams;

/// <summary>A JSON value that is written already: what stands in many messages is put into words once.</summary>
/// <param name="Utf8">The value, in UTF-8.</param>
[JsonConverter(typeof(WrittenConverter))]
sealed record Written(byte[] Utf8)
{
    internal static Written Of<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>One text, of parts that are escaped already.</summary>
    internal static Written Text(IReadOnlyCollection<byte[]> parts)
    {
        var text = new byte[parts.Sum(p => p.Length) + 2];
        var at = 1;
        foreach (var part in parts)
        {
            part.CopyTo(text, at);
            at += part.Length;
        }

        text[0] = text[^1] = (byte)'"';
        return new(text);
    }

    /// <summary>Words as they stand inside a JSON text.</summary>
    internal static byte[] Escaped(string words) => JsonEncodedText.Encode(words).EncodedUtf8Bytes.ToArray();
}

sealed class WrittenConverter : JsonConverter<Written>
{
    public override Written? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("It is written, never read.");

    public override void Write(Utf8JsonWriter writer, Written value, JsonSerializerOptions options) => writer.WriteRawValue(value.Utf8, skipInputValidation: true);
}
