using System.Text.RegularExpressions;
using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>What a question takes for granted: named in the lead, and put right where a checked fact says otherwise.</summary>
sealed partial class Premises(Catalogue catalogue)
{
    [GeneratedRegex(@"\b(?:the|this|that|a|your|in) (?<year>(?:19|20)\d\d) (?:\w+ )?(?:statement|declaration|text|document)\b|\b(?:statement|declaration|"
        + @"text|document) (?:of|from|in) (?<year>(?:19|20)\d\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex YearOfStatement();

    [GeneratedRegex(@"(?<!\b(?:recs?|recommendations?|paras?|paragraphs?|articles?|no|numbers?|points?)\.? |[\u00A7#])"
        + @"\b(?<number>\d{1,5}) (?<first>\p{L}+)(?: (?<second>\p{L}+))?", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    // "Which governments do that?" expects names.
    [GeneratedRegex(@"^(?:(?:and|so|but|ok|then),? )*(?:which|name (?:the|all|any|one|some)|list (?:the|all)) (?:of the |foc |other |specific )*(?<noun>\w+) "
        + @"(?!(?:(?:are|were) (?:the |its )?(?:members?|part)|should|must|shall|can|may|need|ought|recommendation)\b)\w", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForNames();

    // A question that says already what the text is supposed to hold.
    [GeneratedRegex(@"\b(?<stem>forbid|ban|prohibit|outlaw|allow|permit|approve|endorse|support|oppose|reject|condemn|justif|legali(?=[sz]e)|criminali(?=[sz]e)"
        + @"|require|demand|force|censor|restrict|block|weaken|abolish|promote|favou?r|want"
        + @"|admit|admission|conced|confess|den(?:y|ies|ied)|threaten|punish|blam|accus)\w*\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stance();

    /// <summary>Whether the question presumes a stance: "why does it ban ...".</summary>
    internal static bool Presumes(InterpretedQuestion asked) =>
        asked.AnswerType is AnswerType.Reason or AnswerType.YesNo or AnswerType.Anything && Stance().IsMatch(asked.English);

    /// <summary>Whether the question presumes a stance that the passage has no word for: "why does it admit ...".</summary>
    internal static bool IsPutOtherwise(InterpretedQuestion asked, Passage passage) => Presumes(asked)
        && Stance().Matches(asked.English).Any(m => !passage.Text.Contains(m.Groups["stem"].Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>The subject of the question that the passage has in so many words, as people call it; null where it has none.</summary>
    internal string? SubjectOf(InterpretedQuestion asked, Passage passage)
    {
        var text = $" {Plain(asked.English)} ";
        return catalogue.Statements.SelectMany(s => s.Study.Topics).Where(t => t.Passages.Contains(passage.Id))
            .SelectMany(t => t.Also.Append(t.Name.ToLowerInvariant()))
            .Where(name => text.Contains($" {name} ", StringComparison.Ordinal) && passage.Text.Contains(name, StringComparison.OrdinalIgnoreCase))
            .MaxBy(name => name.Length);
    }

    /// <summary>The fact that contradicts the question; null where none does.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="statement">The statement that answers; null where any may be meant.</param>
    internal string? Corrects(InterpretedQuestion asked, string? statement)
    {
        var statements = catalogue.Statements.Where(s => statement is null ? catalogue.Statements.Count == 1 : s.Id == statement).ToList();
        return statements.Select(s => Corrects(asked.English, s)).FirstOrDefault(f => f is not null);
    }

    string? Corrects(string english, Statement statement)
    {
        if (YearOfStatement().Match(english) is { Success: true } dated && dated.Groups["year"].Value is var year
            && !statement.Front.Date.Contains(year, StringComparison.Ordinal) && !statement.Passages.Any(p => p.Text.Contains(year, StringComparison.Ordinal)))
            return Dated(statement, year);
        if (AsksForNames().Match(english) is { Success: true, Groups: var asked }
            && statement.Study.Namings.FirstOrDefault(n => n.Nouns.Contains(asked["noun"].Value.ToLowerInvariant())) is { } naming)
            return naming.Fact;
        return Counted().Matches(english).Select(m => statement.Study.Figures.FirstOrDefault(f =>
            f.Number != m.Groups["number"].Value && (f.Nouns.Contains(m.Groups["first"].Value, StringComparer.OrdinalIgnoreCase)
                || f.Nouns.Contains(m.Groups["second"].Value, StringComparer.OrdinalIgnoreCase)))?.Fact).FirstOrDefault(f => f is not null);
    }

    static string Dated(Statement statement, string year) => $"The statement is from {statement.Front.Date}, not from {year}.";

    static string Plain(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split([' ', '?', '.', ',', '!', ':', ';', '"'], StringSplitOptions.RemoveEmptyEntries));
}
