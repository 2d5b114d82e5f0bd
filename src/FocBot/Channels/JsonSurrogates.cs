using System.Globalization;
using System.Text;

namespace FocBot.Channels;

/// <summary>Repairs JSON in which a string holds half of a surrogate pair: clients cut long messages in the middle of an emoji.</summary>
static class JsonSurrogates
{
    const string Replacement = "\\ufffd";

    /// <summary>The same JSON, with U+FFFD for every half that is escaped alone, and for bytes that are not UTF-8.</summary>
    internal static byte[] Repair(byte[] json)
    {
        // Escapes of surrogates begin with \ud or \uD; without one there is nothing to repair.
        if (json.AsSpan().IndexOf("\\ud"u8) < 0 && json.AsSpan().IndexOf("\\uD"u8) < 0)
            return json;
        var text = Encoding.UTF8.GetString(json);
        var repaired = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = EscapeLength(text, i);
            repaired.Append(length == 6 && IsSurrogate(text, i) ? Replacement : text.AsSpan(i, length));
            i += length;
        }

        return Encoding.UTF8.GetBytes(repaired.ToString());
    }

    // 1 for a plain character, 2 for a short escape, 6 for \uXXXX, 12 for a whole pair.
    static int EscapeLength(string text, int at)
    {
        if (text[at] != '\\' || at + 1 == text.Length)
            return 1;
        if (CodeUnit(text, at) is not { } unit)
            return 2;
        return char.IsHighSurrogate(unit) && CodeUnit(text, at + 6) is { } next && char.IsLowSurrogate(next) ? 12 : 6;
    }

    static bool IsSurrogate(string text, int at) => CodeUnit(text, at) is { } unit && char.IsSurrogate(unit);

    static char? CodeUnit(string text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
        && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
