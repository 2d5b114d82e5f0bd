using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>A question of the quiz with its options.</summary>
sealed record QuizQuestion(int Number, string Text, string Right, IReadOnlyList<string> Wrong, PassageId Passage)
{
    const int MostWrong = 3;

    /// <summary>All options; the right one is at a place that the question's number decides.</summary>
    internal IReadOnlyList<string> Options()
    {
        List<string> options = [.. Wrong.Take(MostWrong)];
        options.Insert((Number - 1) * 7 % (options.Count + 1), Right);
        return options;
    }
}

/// <summary>The questions that a statement's folder gives: gaps, what acronyms stand for, how strongly recommendations are worded.</summary>
static class QuizItems
{
    internal static IReadOnlyList<QuizQuestion> Of(Catalogue catalogue, Wording say)
    {
        var items = new List<QuizQuestion>();
        foreach (var study in catalogue.Statements.Select(s => s.Study))
        {
            foreach (var gap in study.Quiz)
                Add(say.Of("quiz-gap", ("text", $"{gap.Before}____{gap.After}")), gap.Right, gap.Wrong, gap.Passage);
            var acronyms = study.Terms.Where(t => t.Expansion.Length > 0 && t.Name.All(char.IsUpper)).ToList();
            for (var i = 0; i < acronyms.Count; i++)
                Add(say.Of("quiz-acronym", ("term", acronyms[i].Name)), acronyms[i].Expansion, [.. Enumerable.Range(1, 2).Select(n => acronyms[(i + n) % acronyms.Count].Expansion)], acronyms[i].Passage);
            var strengths = study.Obligations.Select(o => o.Strength).Distinct().ToList();
            foreach (var o in study.Obligations)
                Add(say.Of("quiz-strength", ("text", $"… {o.Action}")), o.Strength, [.. strengths.Where(s => s != o.Strength).Take(3)], o.Passage);
        }

        return items;

        void Add(string text, string right, IReadOnlyList<string> wrong, PassageId passage) => items.Add(new(items.Count + 1, text, right, wrong, passage));
    }
}
