using System.Text.RegularExpressions;

namespace FocBot.Import;

/// <summary>Tells the lines that belong to the page and not to the text: running heads, page numbers.</summary>
static partial class PdfFurniture
{
    // So much of the page's height at its head and at its foot may be furniture.
    const double Edge = 0.12;

    // Against the text's size.
    const double Small = 0.85;

    // A running head keeps its height from page to page, in points.
    const double SameHeight = 4;

    [GeneratedRegex(@"^\W*(page\s*)?\d{1,4}(\s*(/|of)\s*\d{1,4})?\W*$|^\W*[ivxl]{1,6}\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    /// <summary>The lines that are furniture.</summary>
    /// <param name="pages">The lines of each page.</param>
    /// <param name="heights">The height of each page, in points.</param>
    internal static HashSet<PdfLine> Of(IReadOnlyList<List<PdfLine>> pages, IReadOnlyList<double> heights)
    {
        var edges = pages.SelectMany((lines, i) => lines.Where(l => l.Baseline > (1 - Edge) * heights[i] || l.Baseline < Edge * heights[i])).ToList();
        var textSize = pages.SelectMany(lines => lines).GroupBy(l => l.Size).MaxBy(g => g.Sum(l => l.Plain.Length))?.Key ?? 0;
        return [.. edges.Where(l => PageNumber().IsMatch(l.Plain) || IsSmallHead(l)
            || edges.Exists(other => other.Page != l.Page && Math.Abs(other.Baseline - l.Baseline) < SameHeight && Key(other) == Key(l)))];

        // Nothing but a running head is smaller than the text and stands above it.
        bool IsSmallHead(PdfLine line) => line.Baseline > (1 - Edge) * heights[line.Page - 1] && line.Size < Small * textSize;
    }

    // "Page 3 of 9" and "Page 4 of 9" are the same line.
    static string Key(PdfLine line) => Digits().Replace(line.Plain, "#");
}
