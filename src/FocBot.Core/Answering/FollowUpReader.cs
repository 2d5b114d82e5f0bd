using System.Text.RegularExpressions;

namespace FocBot.Core.Answering;

/// <summary>How much a question needs the one before it.</summary>
public enum FollowUp
{
    /// <summary>It is complete in itself.</summary>
    None,

    /// <summary>Its words are few: what came before is asked where they find nothing by themselves.</summary>
    Possible,

    /// <summary>It goes on to a subject of its own: "and for companies?", "what about privacy".</summary>
    NewSubject,

    /// <summary>It points back at the earlier subject: "what must they do", "why?".</summary>
    SameSubject,
}

/// <summary>Reads from an English question whether it makes full sense only after what was said before.</summary>
static partial class FollowUpReader
{
    // A question with more subject words than this carries its own subject, whatever it points at.
    const int MostSubjects = 6;

    const int FewSubjects = 2;

    [GeneratedRegex(@"^\W*(and|but|or|so|also|what about|how about|what of|why|since when|for whom|which ones?|who exactly|et|y|und|e|и|那|و)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\b(it|they|them|those|these|this|that|one|ones|he|she|there|else|same|second|first|former|latter)\b|\bthe others?\b|\bmore\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex PointsBack();

    [GeneratedRegex(@"\b(its|their|theirs|his|her|hers)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();

    // "This statement" and "does it mention" point at the statement; "is it legal to", "are there" and "say that" point at nothing.
    [GeneratedRegex(@"\b(?:this|the|that|these|those) (?:statement|text|document|paper|declaration|paragraph|recommendations?)\b"
        + @"|\b(?:does|did|do|can|will|would|could|has) (?:it|they|this|that) (?=(?:also |even |ever |really |actually )?(?:say|talk|mention|speak|cover"
        + @"|address|name|refer|contain|include|define|recommend|state|condemn|discuss)\b)|\bit (?=(?:says?|talks?|mentions?|speaks?|covers?|addresses|names?"
        + @"|refers?|contains?|includes?|defines?|recommends?|states?|condemns?|discusses)\b)"
        + @"|\b(?:is|was) it(?= \w+ (?:to|that|when|if|for)\b)|\b(?:is|are|was|were) there\b|\bthere (?:is|are|was|were)\b"
        + @"|(?<=\b(?:say|says|said|mean|means|agree|agrees|think|thinks|claim|claims|true|ensure|ensures) )that\b", RegexOptions.IgnoreCase)]
    private static partial Regex PointsElsewhere();

    /// <param name="english">The question's words in English.</param>
    /// <param name="countSubjects">How many words of a text are more than words of asking.</param>
    internal static FollowUp Read(string english, Func<string, int> countSubjects)
    {
        var subjects = countSubjects(english);
        var pointing = PointsElsewhere().Replace(english, " ");
        if (subjects <= MostSubjects && (PointsBack().IsMatch(pointing) || PointsBeyondItself(pointing)))
            return FollowUp.SameSubject;
        if (GoesOn().IsMatch(english))
            return subjects == 0 ? FollowUp.SameSubject : FollowUp.NewSubject;
        return subjects <= FewSubjects ? FollowUp.Possible : FollowUp.None;

        // "Their" after a subject of the question itself is that subject's: "do states protect their citizens".
        bool PointsBeyondItself(string text) => Possessive().Match(text) is { Success: true } match && countSubjects(text[..match.Index]) == 0;
    }
}
