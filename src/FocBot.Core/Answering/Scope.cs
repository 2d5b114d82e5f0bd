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

    // "what does the UDHR say about privacy".
    [GeneratedRegex(@"\b(?:does|do|did|has|have|in|can)\s+(?<name>(?:the )?[\w' -]{2,60}?)\s+(?:says?|said|states?|mention|recommends?|requires?|"
        + @"protects?|speaks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Speaker();

    // "is privacy protected in the UDHR?".
    [GeneratedRegex(@"\b(?:in|of|by|from|under)\s+(?<name>(?:the )?[\w' -]{2,60})[\s?.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

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
        : Only().Match(text) is { Success: true } only && StatementNames.Find(catalogue, only.Groups["name"].Value) is { Count: > 0 } named
            ? new(named, IsNarrow: true)
        : null;

    /// <summary>Whether the message sets a scope, or wants to.</summary>
    public static bool Sets(string text) => text.Length <= Question.MaxLength && (All().IsMatch(text) || Only().IsMatch(text));

    /// <summary>"in the AI statement: ..." and "what does the UDHR say about ...": the statement that this one message names, and the rest of it.</summary>
    public static (Scope Scope, string Text)? Named(Catalogue catalogue, string text)
    {
        if (text.Length > Question.MaxLength)
            return null;
        if (Prefix().Match(text) is { Success: true } prefix && StatementNames.Find(catalogue, prefix.Groups["name"].Value) is { Count: > 0 } before)
            return (new(before, IsNarrow: true), prefix.Groups["rest"].Value);
        if (catalogue.Statements.Count == 1)
            return null;
        var one = Speaker().Match(text) is { Success: true } speaker && StatementNames.Find(catalogue, speaker.Groups["name"].Value) is [var only] ? only
            : Place().Match(text) is { Success: true } place ? StatementNames.Exact(catalogue, place.Groups["name"].Value)
            : null;
        return one is null ? null : (new([one], IsNarrow: true), text);
    }
}
