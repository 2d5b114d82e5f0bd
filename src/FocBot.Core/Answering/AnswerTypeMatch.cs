using System.Text.RegularExpressions;
using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>Whether a passage holds the kind of thing that a question wants: 1 yes, 0 no, 0.5 where it can't be told.</summary>
public static partial class AnswerTypeMatch
{
    [GeneratedRegex(@"\b(19|20)\d\d\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\([A-Z]{2,}[a-z]?[A-Z]*\)|\bis the condition\b|\bis a \w+|[\u201D\u2019""'] (?:means|shall mean)\b")]
    private static partial Regex Definition();

    /// <summary>The fit of <paramref name="passage"/> with what is wanted.</summary>
    public static double Of(AnswerType wanted, Passage passage) => wanted switch
    {
        AnswerType.Time => Year().IsMatch(passage.Text) ? 1 : 0,
        AnswerType.Number => Number().IsMatch(passage.Text) ? 1 : 0,
        AnswerType.Definition => Definition().IsMatch(passage.Text) ? 1 : 0,
        _ => 0.5,
    };
}
