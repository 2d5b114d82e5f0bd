using System.Text.RegularExpressions;
using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>A question whether quoted words are right: compared word by word, as after "verify".</summary>
sealed partial class AskedQuotation : ICommand
{
    public string? Example => null;

    // Words in quotation marks, and what asks around them whether they are right.
    [GeneratedRegex("[\"\u201C\u201D\u201E\u00AB](?<quoted>[^\"\u201C\u201D\u201E\u00AB\u00BB]{12,})[\"\u201C\u201D\u00BB]|"
        + "(?<=^|\\s)['\u2018](?<quoted>[^'\u2018\u2019\"]{12,})['\u2019](?=\\W|$)")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\b(?:exact(?:ly)?|verbatim|word for word|correct(?:ly)?|accurate(?:ly)?|right|true|really|actually|says?|said|written|states?"
        + @"|write|claim|put|tell|quot(?:e|es|ed|ation|ing)|wording|confirm|verify|check|stands?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(?:so |and |but )?(?:is|was) (?:this|that|it|the|my)(?: (?:quote|quotation|wording|sentence|line|one))? (?:really |an? )?"
        + @"(?:exact|verbatim|word for word|correct|accurate|right|true|the exact wording)(?: (?:quote|quotation|wording))?(?: or not)?$")]
    private static partial Regex AsksOfLast();

    public ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel) =>
        new(QuotationIn(said) is { } words ? Verify.Of(said, words) : null);

    // "Does it say "..."?", "is "..." word for word?", and behind such a message "is that exact?".
    static string? QuotationIn(CommandContext said)
    {
        if (said.Typed.Length > Core.Question.MaxLength)
            return null;
        var earlier = AsksOfLast().IsMatch(said.Words) ? said.Before?.Typed : null;
        var typed = earlier ?? said.Typed;
        return Quotation().Match(typed) is { Success: true } found && found.Groups["quoted"].Value.Trim() is var quoted
            && quoted.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= Verify.FewestUnquoted
            && (earlier is not null || (!IsOtherCommand(said) && Asks().IsMatch(typed.Remove(found.Index, found.Length)))) ? quoted : null;
    }

    static bool IsOtherCommand(CommandContext said) => Verify.Asked().IsMatch(said.Typed)
        || said.Words.StartsWith("phrase", StringComparison.Ordinal) || said.Words.StartsWith("find", StringComparison.Ordinal);
}
