using System.Text.RegularExpressions;
using FocBot.Core.Statements;

namespace FocBot.Content;

/// <summary>Something that a librarian should look at.</summary>
/// <param name="Where">A passage, or a line of the file.</param>
sealed record Finding(string Where, string What);

/// <summary>Looks over a statement for what reading it as content cannot know to be wrong.</summary>
static partial class StatementCheck
{
    const int LongestPassage = 300;

    [GeneratedRegex(@"^[•▪◦●○■·‣*–—-]\s|^o\s")]
    private static partial Regex StrayBullet();

    [GeneratedRegex(@"\p{Ll}{2}\d{1,2}(?=$|[\s.,;:)])|[\p{L}.,;]\[\d{1,3}\]|\uFFFD|\u00AD|[\u2070-\u2079\u00B9\u00B2\u00B3]")]
    private static partial Regex UnknownMark();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Word();

    /// <summary>All findings, in the order of the text.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="lines">The lines of its <c>statement.md</c>.</param>
    /// <param name="catalogue">The content that it stands in.</param>
    internal static IEnumerable<Finding> Of(Statement statement, IReadOnlyList<string> lines, Catalogue catalogue) =>
    [
        .. Wrapped(lines), .. statement.Passages.SelectMany(OfPassage), .. Recommendations(statement), .. Silences(statement, catalogue), .. Topics(statement),
    ];

    // Lists that lost their bullets on the way.
    static IEnumerable<Finding> Recommendations(Statement statement) => statement.Passages
        .Where(p => p.Section?.Contains("recommend", StringComparison.OrdinalIgnoreCase) == true).GroupBy(p => p.Section)
        .Where(part => part.All(p => p.Kind != PassageKind.Recommendation))
        .Select(part => new Finding($"para. {part.First().Id.Number}", $"Nothing under “{part.Key}” is a recommendation. Write each as a line that begins "
            + "with '- '; where they are paragraphs with numbers, name the heading in the setting 'recommendations'."));

    // A paragraph line right behind another, or one that ends without a stop before one that begins small.
    static IEnumerable<Finding> Wrapped(IReadOnlyList<string> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (IsParagraph(lines[i - 1]) && IsParagraph(lines[i]))
                yield return new($"line {i + 1}",
                    "This line stands right below another. One paragraph is one line: join them, or put a blank line between them.");
            else if (i > 1 && lines[i - 1].Length == 0 && IsParagraph(lines[i]) && IsParagraph(lines[i - 2])
                && char.IsLower(lines[i][0]) && lines[i - 2][^1] is not ('.' or ':' or ';' or ',' or '?' or '!'))
                yield return new($"line {i + 1}", "This paragraph begins small, and the one before it has no end. Join them if they are one.");
        }
    }

    static bool IsParagraph(string line) => line.Length > 0 && char.IsLetter(line[0]) && !line.Contains(": ", StringComparison.Ordinal);

    static IEnumerable<Finding> OfPassage(Passage passage)
    {
        var where = $"para. {passage.Id.Number}";
        if (StrayBullet().IsMatch(passage.Text))
            yield return new(where, "It begins with a bullet. Write the item as a line that begins with '- '.");
        if (UnknownMark().Match(passage.Text) is { Success: true } mark)
            yield return new(where, $"“{mark.Value}” may be a footnote's mark or a hyphen of the page. Write a mark as [^1].");
        if (passage.Kind == PassageKind.TableRow || passage.Text.Contains('\t', StringComparison.Ordinal))
            yield return new(where, "It is a row of a table. See whether it can be understood alone; if not, write it as a sentence in facts.txt.");
        if (Word().Count(passage.Text) is > LongestPassage and var words)
            yield return new(where, $"It has {words} words. Nothing is wrong with that, but give it more sample questions than others.");
    }

    static IEnumerable<Finding> Silences(Statement statement, Catalogue catalogue)
    {
        foreach (var subject in catalogue.Silences.Where(s => s.Name.Length > 0))
        {
            var wanted = Words(subject.Name).Where(w => w.Length > 3).ToList();
            if (wanted.Count > 0 && statement.Passages.FirstOrDefault(p => wanted.TrueForAll(Words(p.Text).Contains)) is { } passage)
                yield return new($"para. {passage.Id.Number}",
                    $"silences.txt says that no statement speaks of “{subject.Name}”, but this passage may. Delete the subject there if it does.");
        }
    }

    static IEnumerable<Finding> Topics(Statement statement)
    {
        if (statement.Study.Topics.Count == 0)
            yield return new("topics.yaml", "There are no topics. People look a statement over by its topics: name ten.");
        foreach (var topic in statement.Study.Topics)
        {
            var names = topic.Also.Append(topic.Name).SelectMany(Words).Where(w => w.Length > 3).ToHashSet(StringComparer.Ordinal);
            if (topic.Passages.All(id => !names.Overlaps(Words(statement.Find(id.Number)!.Text))))
                yield return new("topics.yaml", $"No passage of the topic “{topic.Name}” has a word of its names. See whether the numbers are right.");
        }
    }

    static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];
}
