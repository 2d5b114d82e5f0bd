using System.Text.RegularExpressions;

namespace FocBot.Core.Answering;

/// <summary>What kind of thing a question asks for.</summary>
public enum AnswerType
{
    Anything,
    Person,
    Time,
    Number,
    Place,
    Definition,
    List,
    YesNo,
    Reason,
}

/// <summary>Reads the kind of thing wanted off the words of asking.</summary>
static partial class AnswerTypeReader
{
    [GeneratedRegex(@"\b(list|enumerate|all (the|of)|everything|every|each|give me all|name (the|all)|which (?!one)\w+s\b|what are the|(what|"
        + @"which) (kinds?|types?|sorts?) of|what (else|other))\b", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    [GeneratedRegex(@"\b(how many|how much|number of|count)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(when|what (year|date|day|month|time)|which (year|date|day|month)s?|how (long|soon|often)|since when|deadline)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"\b(who|whom|whose)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Person();

    [GeneratedRegex(@"\b(where (is|are|was|were|did|do) (?!.*\b(say|says|mention|written|explained|find)))", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(define|definition|meaning|mean by|understood by|stands? for|what('s| is) (a|an|the)? ?[\w-]+[\s?.!]*$)", RegexOptions.IgnoreCase)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^\W*(and |but |so |or |ok |also )?(is|are|was|were|do|does|did|can|could|should|must|may|might|will|would|has|have|had|am|isn't|"
        + @"aren't|doesn't|don't|shouldn't|can't)\b|\b(correct|right|yes or no|isn't it|doesn't it)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"\b(why|reason|how come|purpose)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reason();

    internal static AnswerType Read(string english) =>
        Number().IsMatch(english) ? AnswerType.Number
        : YesNo().IsMatch(english) ? AnswerType.YesNo
        : List().IsMatch(english) ? AnswerType.List
        : Time().IsMatch(english) ? AnswerType.Time
        : Reason().IsMatch(english) ? AnswerType.Reason
        : Person().IsMatch(english) ? AnswerType.Person
        : Place().IsMatch(english) ? AnswerType.Place
        : Definition().IsMatch(english) ? AnswerType.Definition
        : AnswerType.Anything;
}
