using System.Text.RegularExpressions;
using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>The statements that a question is about.</summary>
/// <param name="IsNarrow">Whether somebody named them: then the others have no say.</param>
public sealed partial record Scope(IReadOnlyList<Statement> Statements, bool IsNarrow)
{
    [GeneratedRegex(@"^\W*(?:please )?(?:use|search|ask|look) only (?:in |at )?(?<name>.+?)[\s.!]*$|^\W*(?:please )?only (?:use|search) (?<name>.+?)[\s.!]*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Only();

    [GeneratedRegex(@"^\W*(?:please )?(?:use|search|ask) (?:all|everything|every statement|all (?:the )?statements)[\s.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex All();

    [GeneratedRegex(@"^\s*(?:in|within|from|according to) (?<name>[^:]{2,80}):\s*(?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Prefix();

    // Two names, or more: "the ICCPR and the UDHR".
    [GeneratedRegex(@"\s*(?:,|;|\band\b|&)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    // What a statement may be: "in the AI statement: ..." names one, "in other words: ..." does not.
    [GeneratedRegex(@"^(?:the |a |an )?(?:(?!of\b)[\w'-]+ ){0,6}(?:statements?|declarations?|conventions?|covenants?|treat(?:y|ies)|charters?|resolutions?|"
        + @"agreements?|principles)(?: (?:on|of|for|about|against|from)\b.*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Kind();

    [GeneratedRegex(@"^\W*(?:(?:and |but |or )?(?:what about|how about|what does)|and|but|or) (?:in )?(?<name>(?:the )?[\w' -]{2,60}?)(?: say)?"
        + @"[\s?.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Another();

    // "what does the UDHR say about privacy".
    [GeneratedRegex(@"\b(?:does|do|did|has|have|in|can)\s+(?<name>(?:the )?[\w' -]{2,60}?)\s+(?:says?|said|states?|mention|recommends?|requires?|"
        + @"protects?|speaks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Speaker();

    // "when was the UDHR adopted", "summarise the ICCPR".
    [GeneratedRegex(@"^\W*(?:please )?(?:(?:when|how) (?:was|is|did)|who (?:wrote|issued|adopted|made|drafted|signed|published)|(?:what|who) is|what's|"
        + @"how old is|how many \w+ (?:does|has)|where is|where can i (?:read|find)|summari[sz]e|sum up|tell me about|about|cite|read|show(?: me)?|open) "
        + @"(?<name>(?:the )?[\w' -]{2,60}?)(?: (?:adopted|issued|published|signed|made|dated|from|have|has|make|makes|contain|give|called|about|structured|"
        + @"online))*[\s?.!]*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Object();

    // "is privacy protected in the UDHR?".
    [GeneratedRegex(@"\b(?:in|of|by|from|under)\s+(?<name>(?:the )?[\w' -]{2,60})[\s?.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    internal bool Has(string statement) => Statements.Any(s => s.Id == statement);

    /// <summary>What the conversation said last about which statements to use.</summary>
    public static Scope Of(Catalogue catalogue, IEnumerable<string> history)
    {
        foreach (var text in history.Reverse())
        {
            if (Set(catalogue, text) is { } scope)
                return scope;
        }

        return Whole(catalogue);
    }

    public static Scope Whole(Catalogue catalogue) => new(catalogue.Statements, IsNarrow: false);

    /// <summary>The scope that a message sets for the conversation; null where it sets none.</summary>
    public static Scope? Set(Catalogue catalogue, string text) =>
        text.Length > Question.MaxLength ? null
        : All().IsMatch(text) ? Whole(catalogue)
        : Only().Match(text) is { Success: true } only && NamedBy(catalogue, only.Groups["name"].Value) is { Count: > 0 } named ? new(named, IsNarrow: true)
        : null;

    /// <summary>Whether the message sets a scope, or wants to.</summary>
    public static bool Sets(string text) => text.Length <= Question.MaxLength && (All().IsMatch(text) || Only().IsMatch(text));

    /// <summary>"and the UDHR?": the statement, where the message names one and says nothing else.</summary>
    internal static Statement? OnlyNames(Catalogue catalogue, string text) =>
        text.Length <= Question.MaxLength && catalogue.Statements.Count > 1 && Another().Match(text) is { Success: true } another
            ? StatementNames.Exact(catalogue, another.Groups["name"].Value) : null;

    /// <summary>Whether the message begins with the name of a statement that is not there: "in the AI statement: ...".</summary>
    internal static bool NamesUnknown(Catalogue catalogue, string text) =>
        text.Length <= Question.MaxLength && Prefix().Match(text) is { Success: true } prefix && prefix.Groups["name"].Value is var name
        && Kind().IsMatch(name) && StatementNames.IsName(name) && NamedBy(catalogue, name).Count == 0;

    /// <summary>"in the AI statement: ..." and "what does the UDHR say about ...": the statement that this one message names, and the rest of it.</summary>
    public static (Scope Scope, string Text)? Named(Catalogue catalogue, string text)
    {
        if (text.Length > Question.MaxLength)
            return null;
        if (Prefix().Match(text) is { Success: true } prefix && NamedBy(catalogue, prefix.Groups["name"].Value) is { Count: > 0 } before)
            return (new(before, IsNarrow: true), prefix.Groups["rest"].Value);
        if (catalogue.Statements.Count == 1)
            return null;
        return Of(Speaker().Match(text), name => StatementNames.Spoken(catalogue, name))
            ?? Of(Object().Match(text), name => StatementNames.Exact(catalogue, name) is { } one ? [one] : [])
            ?? Of(Place().Match(text), name => StatementNames.Exact(catalogue, name) is { } one ? [one] : []);

        // The name is no subject of the question: other words take its place.
        (Scope, string)? Of(Match match, Func<string, IReadOnlyList<Statement>> find) =>
            match.Success && match.Groups["name"] is var name && find(name.Value) is { Count: > 0 } found
                ? (new(found, IsNarrow: true), $"{text[..name.Index]}the statement{text[(name.Index + name.Length)..]}") : null;
    }

    // One name, else several: then each must be known.
    static IReadOnlyList<Statement> NamedBy(Catalogue catalogue, string names)
    {
        if (StatementNames.Find(catalogue, names) is { Count: > 0 } one)
            return one;
        var each = Between().Split(names).Select(name => StatementNames.Find(catalogue, name)).ToList();
        return each.TrueForAll(found => found.Count > 0) ? [.. each.SelectMany(found => found).Distinct()] : [];
    }
}
