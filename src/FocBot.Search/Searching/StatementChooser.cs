using System.Text.RegularExpressions;
using FocBot.Core.Statements;
using FocBot.Search.Analysis;

namespace FocBot.Search.Searching;

/// <summary>Whether a question names the statement that it asks about: "in the AI statement", "the Universal Declaration".</summary>
sealed partial class StatementChooser(IReadOnlyList<Statement> statements)
{
    // A statement is asked for by any words of its titles, followed by what it is.
    [GeneratedRegex(@"\b(?:the|of|in) ((?:[\p{L}\p{N}-]+ ){1,4}?)(?:statement|declaration|convention|covenant|treaty|charter|resolution|agreement|"
        + @"principles)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Kind();

    readonly IReadOnlyList<(string Id, string[] Names, HashSet<string> Words)> titles = [.. statements.Select(s => (s.Id,
        new[] { s.Front.ShortTitle, s.Front.Title }.Where(name => name.Contains(' ', StringComparison.Ordinal)).ToArray(),
        FieldAnalyzers.Of("en").Tokenize($"{s.Front.Title} {s.Front.ShortTitle} {s.Front.Issuer} {s.Front.IssuerShort} {s.Id.Replace('-', ' ')}")
            .ToHashSet(StringComparer.Ordinal)))];

    /// <summary>The id of the only statement that the words name; null where they name none, or several.</summary>
    internal string? Named(string question)
    {
        if (titles.Count < 2)
            return null;
        var byName = titles.Where(t => t.Names.Any(name => question.Contains(name, StringComparison.OrdinalIgnoreCase))).ToList();
        if (byName is [var only])
            return only.Id;
        var words = Kind().Matches(question).SelectMany(match => FieldAnalyzers.Of("en").Tokenize(match.Groups[1].Value)).ToList();
        return words.Count > 0 && titles.Where(t => words.TrueForAll(t.Words.Contains)).ToList() is [var named] ? named.Id : null;
    }
}
