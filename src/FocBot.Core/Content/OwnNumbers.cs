using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Statements;

namespace FocBot.Core.Content;

/// <summary>Labels passages by the numbers that the publisher printed: of an article's heading, before a paragraph, before an item.</summary>
static partial class OwnNumbers
{
    [GeneratedRegex(@"^(?:Article|Art\.|Section|Chapter|Part|Principle|Rule|Guideline|Goal|Annex|Appendix|Commitment)\s+(?:\d+[a-z]?|[IVXLC]+|[A-Z])(?=$|"
        + @"[\s.:–—-])", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    // "1. ", "3.1 ", "(a) ", "a) ", "(iv) ".
    [GeneratedRegex(@"^(?:(?<digits>\d{1,3}(?:\.\d{1,2})*)(?<stop>\.)?|\((?<inner>[a-z]{1,4}|\d{1,2})\)|(?<inner>[a-z]|[ivx]{1,4})\))(?=\s)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Printed();

    /// <summary>The number that stands before the words; null where none does.</summary>
    internal static string? Of(string text) => Printed().Match(text) is { Success: true } m
        && (m.Groups["inner"].Success || m.Groups["stop"].Success || m.Groups["digits"].Value.Contains('.', StringComparison.Ordinal))
        ? (m.Groups["inner"].Success ? $"({m.Groups["inner"].Value})" : m.Groups["digits"].Value)
        : null;

    /// <summary>The passages with their labels. A label that would stand twice is none: then our numbers are used.</summary>
    internal static List<Passage> Label(List<Passage> passages)
    {
        var labels = new string?[passages.Count];
        var (article, path) = ("", new List<string>());
        foreach (var (i, passage) in passages.Index())
        {
            var own = passage.Headings.Reverse().Select(h => Article().Match(h)).FirstOrDefault(m => m.Success)?.Value ?? "";
            if (own != article)
                (article, path) = (own, []);
            if (passage.Kind is not (PassageKind.Footnote or PassageKind.TableRow or PassageKind.Date or PassageKind.Link))
                labels[i] = passage.Label ?? Composed(article, path, passage);
        }

        NumberUnnumbered(passages, labels);
        var twice = labels.OfType<string>().GroupBy(l => l, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. passages.Select((p, i) => p with { Label = labels[i] is { } label && !twice.Contains(label) ? label : null })];
    }

    // "Article 19, para. 3 (a)"; "Article 19" for words without a number; null where there is neither. The path holds the numbers that are open, the outermost
    // first.
    static string? Composed(string article, List<string> path, Passage passage)
    {
        if (Of(passage.Text) is not { } number)
            return article.Length > 0 && passage.Kind == PassageKind.Paragraph ? article : null;
        var depth = DepthOf(number, path, passage.Level);
        path.RemoveRange(depth, path.Count - depth);
        path.Add(number);
        var place = number[0] == '(' && path.Count == 1 ? number : $"para. {string.Join(' ', path)}";
        return article.Length > 0 ? $"{article}, {place}" : place;
    }

    static int DepthOf(string number, List<string> path, int level)
    {
        if (number[0] != '(')
            return 0;
        var open = path.FindIndex(p => p[0] == '(' && Follows(number, p));
        return open >= 0 ? open : level > 0 ? Math.Min(level + path.Count(p => p[0] != '('), path.Count) : path.Count;
    }

    // "(b)" behind "(a)", "(ii)" behind "(i)": then they stand in one list.
    static bool Follows(string number, string before) =>
        (number.Length == 3 && before.Length == 3 && number[1] == before[1] + 1)
        || (Roman(number) is > 0 and var now && Roman(before) is > 0 and var then && now == then + 1);

    static int Roman(string number) =>
        Array.IndexOf(["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)", "(ix)", "(x)", "(xi)", "(xii)"], number) + 1;

    // Several paragraphs of one article without numbers are told apart by their order.
    static void NumberUnnumbered(List<Passage> passages, string?[] labels)
    {
        foreach (var group in Enumerable.Range(0, labels.Length).Where(i => labels[i] is not null && passages[i].Label is null && Of(passages[i].Text) is null)
            .GroupBy(i => labels[i]).Where(g => g.Count() > 1).ToList())
        {
            foreach (var (order, place) in group.ToList().Index())
                labels[place] = $"{group.Key}, {Ordinal(order + 1)} paragraph";
        }
    }

    static string Ordinal(int number) => number.ToString(CultureInfo.InvariantCulture)
        + ((number % 10, number / 10 % 10) switch { (1, not 1) => "st", (2, not 1) => "nd", (3, not 1) => "rd", _ => "th" });
}
