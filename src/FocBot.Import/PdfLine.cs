using UglyToad.PdfPig.Content;

namespace FocBot.Import;

/// <summary>A line of a page: its words in reading order.</summary>
/// <param name="Page">The page's number, from 1.</param>
/// <param name="Words">The words, from left to right.</param>
sealed record PdfLine(int Page, IReadOnlyList<PdfWord> Words)
{
    /// <summary>The size of most letters, in points.</summary>
    internal double Size { get; } = Math.Round(Words.GroupBy(w => Math.Round(w.Size, 1)).OrderByDescending(g => g.Sum(w => w.Text.Length)).First().Key, 1);

    internal double Left => Words[0].Left;

    internal double Right => Words[^1].Right;

    /// <summary>The baseline's height over the page's foot.</summary>
    internal double Baseline { get; } = Words.GroupBy(w => Math.Round(w.Baseline, 1)).OrderByDescending(g => g.Sum(w => w.Text.Length)).First().Key;

    internal bool IsBold => Words.All(w => w.IsBold);

    internal string Plain => string.Join(' ', Words.Select(w => w.Text));

    /// <summary>Smaller and higher than the line: the mark of a footnote.</summary>
    internal bool IsMark(PdfWord word) => word.Text.Length <= 4 && word.Size < 0.85 * Size && word.Baseline > Baseline + (0.1 * Size);

    /// <summary>The lines of a page, from top to bottom.</summary>
    internal static List<PdfLine> Of(Page page)
    {
        var lines = new List<PdfLine>();
        foreach (var group in Rows(PdfWord.Of(page)))
            lines.Add(new(page.Number, [.. group.OrderBy(w => w.Left)]));
        return [.. lines.OrderByDescending(l => l.Baseline)];
    }

    // Words whose heights overlap stand in one row: a raised mark stands in the row of its word.
    static List<List<PdfWord>> Rows(List<PdfWord> words)
    {
        var rows = new List<(double Low, double High, List<PdfWord> Words)>();
        foreach (var word in words.OrderByDescending(w => w.Size))
        {
            var (low, high) = (word.Baseline, word.Baseline + (0.6 * word.Size));
            var place = rows.FindIndex(r => Math.Min(high, r.High) - Math.Max(low, r.Low) > 0.3 * (high - low));
            if (place >= 0)
                rows[place].Words.Add(word);
            else
                rows.Add((low, high, [word]));
        }

        return [.. rows.Select(r => r.Words)];
    }
}

/// <summary>A word of a page: letters of one size, with no space between them.</summary>
sealed record PdfWord(string Text, double Left, double Right, double Baseline, double Size, bool IsBold)
{
    // A gap this wide, in sizes of the letter before it, parts two words.
    const double Gap = 0.18;

    // Fonts have signs for pairs of letters; the words have the letters.
    static readonly Dictionary<string, string> Ligatures = new(StringComparer.Ordinal)
    {
        ["\uFB00"] = "ff",
        ["\uFB01"] = "fi",
        ["\uFB02"] = "fl",
        ["\uFB03"] = "ffi",
        ["\uFB04"] = "ffl",
        ["\uFB05"] = "st",
        ["\uFB06"] = "st",
    };

    internal static List<PdfWord> Of(Page page)
    {
        var words = new List<PdfWord>();
        var letters = new List<Letter>();
        foreach (var letter in page.Letters)
        {
            if (letters.Count > 0 && IsNewWord(letters[^1], letter))
                Flush();
            if (!string.IsNullOrWhiteSpace(letter.Value))
                letters.Add(letter);
        }

        Flush();
        return words;

        void Flush()
        {
            if (letters.Count > 0)
                words.Add(new(string.Concat(letters.Select(l => Ligatures.GetValueOrDefault(l.Value, l.Value))),
                    letters[0].StartBaseLine.X, letters[^1].EndBaseLine.X, letters[0].StartBaseLine.Y,
                    letters[0].PointSize, letters.TrueForAll(l => l.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) == true)));
            letters.Clear();
        }
    }

    static bool IsNewWord(Letter last, Letter next) =>
        string.IsNullOrWhiteSpace(next.Value)
        || Math.Abs(next.StartBaseLine.Y - last.StartBaseLine.Y) > 0.5
        || Math.Abs(next.PointSize - last.PointSize) > 0.5
        || next.StartBaseLine.X < last.StartBaseLine.X
        || next.StartBaseLine.X - last.EndBaseLine.X > Gap * last.PointSize;
}
