using FocBot.Core.Statements;

namespace FocBot.Core.Onboarding;

/// <summary>What a question of the bank asks for.</summary>
public enum BankQuestionKind
{
    /// <summary>Words that are left out of a sentence of the text.</summary>
    Gap,

    /// <summary>What an acronym stands for.</summary>
    Acronym,

    /// <summary>How strongly a recommendation is worded.</summary>
    Strength,
}

/// <summary>A question about a statement, with one right answer and some wrong ones.</summary>
/// <param name="Number">From 1, in its statement.</param>
/// <param name="Subject">The sentence with its gap as "____", the acronym, or the words whose strength is asked for.</param>
/// <param name="Wrong">At most three.</param>
/// <param name="Passage">Where the right answer stands.</param>
public sealed record BankQuestion(int Number, BankQuestionKind Kind, string Subject, string Right, IReadOnlyList<string> Wrong, PassageId Passage)
{
    /// <summary>All answers; the right one is at a place that the question's number decides.</summary>
    public IReadOnlyList<string> Options
    {
        get
        {
            List<string> options = [.. Wrong];
            options.Insert((Number - 1) * 7 % (options.Count + 1), Right);
            return options;
        }
    }
}

/// <summary>The questions that a statement's folder gives: gaps of quiz.txt, acronyms of the glossary, wordings of recommendations.</summary>
public static class QuestionBank
{
    /// <summary>How many questions a check has.</summary>
    public const int CheckLength = 10;

    const int MostWrong = 3;

    /// <summary>All questions about a statement; none where its folder has nothing to ask.</summary>
    public static IReadOnlyList<BankQuestion> Of(Statement statement)
    {
        var questions = new List<BankQuestion>();
        var study = statement.Study;
        foreach (var gap in study.Quiz)
            Add(BankQuestionKind.Gap, $"{gap.Before}____{gap.After}", gap.Right, gap.Wrong, gap.Passage);
        var acronyms = study.Terms.Where(t => t.Expansion.Length > 0 && t.Name.All(char.IsUpper)).ToList();
        for (var i = 0; i < acronyms.Count; i++)
            Add(BankQuestionKind.Acronym, acronyms[i].Name, acronyms[i].Expansion,
                [.. acronyms[(i + 1)..].Concat(acronyms[..i]).Select(t => t.Expansion)], acronyms[i].Passage);
        var strengths = study.Obligations.Select(o => o.Strength).Distinct().ToList();
        foreach (var obligation in study.Obligations)
            Add(BankQuestionKind.Strength, $"… {obligation.Action}", obligation.Strength,
                [.. strengths.Where(s => s != obligation.Strength)], obligation.Passage);
        return questions;

        void Add(BankQuestionKind kind, string subject, string right, IReadOnlyList<string> wrong, PassageId passage)
        {
            if (wrong.Count > 0)
                questions.Add(new(questions.Count + 1, kind, subject, right, [.. wrong.Take(MostWrong)], passage));
        }
    }

    /// <summary>The questions of the usual check: spread over the statement, one a passage as far as that goes.</summary>
    public static IReadOnlyList<BankQuestion> Check(Statement statement)
    {
        var all = Of(statement);
        var first = all.DistinctBy(q => q.Passage).OrderBy(q => q.Passage.Number).ToList();
        if (first.Count < CheckLength)
            return [.. first.Concat(all.Except(first)).Take(CheckLength).OrderBy(q => q.Passage.Number)];
        return [.. Enumerable.Range(0, CheckLength).Select(i => first[i * first.Count / CheckLength])];
    }
}
