using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FocBot.Import;

/// <summary>Counts the numbered paragraphs of a Word file, as Word does when it shows them.</summary>
sealed class WordNumbers(MainDocumentPart main)
{
    // By numbering: the count at each depth.
    readonly Dictionary<int, int[]> counts = [];

    /// <summary>The depth of a paragraph in its list, and its number as a publisher's label; an empty label for a bullet; null where it is in no
    /// list.</summary>
    internal (int Depth, string Label)? Next(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties?.NumberingProperties ?? StyleOf(paragraph)?.StyleParagraphProperties?.NumberingProperties;
        if (properties?.NumberingId?.Val?.Value is not (> 0 and var id))
            return null;
        var depth = Math.Clamp(properties.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
        if (!counts.TryGetValue(id, out var count))
            counts.Add(id, count = new int[9]);
        count[depth]++;
        Array.Clear(count, depth + 1, count.Length - depth - 1);
        var parts = Enumerable.Range(0, depth + 1).Select(d => Written(LevelOf(id, d), count[d])).ToList();
        return (depth, parts.Contains("") ? "" : $"para. {string.Join(' ', parts)}");
    }

    Style? StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id
        ? main.StyleDefinitionsPart?.Styles?.Elements<Style>().FirstOrDefault(s => s.StyleId == id)
        : null;

    Level? LevelOf(int id, int depth)
    {
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        var definition = numbering?.Elements<NumberingInstance>().FirstOrDefault(n => n.NumberID?.Value == id)?.AbstractNumId?.Val?.Value;
        return numbering?.Elements<AbstractNum>().FirstOrDefault(a => a.AbstractNumberId?.Value == definition)?.Elements<Level>()
            .FirstOrDefault(l => l.LevelIndex?.Value == depth);
    }

    // "3" for the paragraphs of the outer list, "(a)" and "(iv)" inside; "" for bullets.
    static string Written(Level? level, int number)
    {
        var format = level?.NumberingFormat?.Val?.Value;
        return format == NumberFormatValues.Decimal ? number.ToString(CultureInfo.InvariantCulture)
            : format == NumberFormatValues.LowerLetter ? $"({(char)('a' + ((number - 1) % 26))})"
            : format == NumberFormatValues.UpperLetter ? $"({(char)('A' + ((number - 1) % 26))})"
            : format == NumberFormatValues.LowerRoman ? $"({Roman(number)})"
            : format == NumberFormatValues.UpperRoman ? $"({Roman(number).ToUpperInvariant()})"
            : "";
    }

    static string Roman(int number)
    {
        var text = "";
        foreach (var (value, sign) in new[] { (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i") })
        {
            for (; number >= value; number -= value)
                text += sign;
        }

        return text;
    }
}
