using FocBot.Core;

namespace FocBot.Channels;

/// <summary>An answer in plain words: for screen readers, notifications, and where cards can't be shown.</summary>
static class PlainAnswer
{
    /// <param name="answer">The answer.</param>
    /// <param name="absolute">The full address of a path on this server.</param>
    internal static string Of(Answer answer, Func<string, string> absolute) =>
        string.Concat(Parts(answer, words => words, i => Quotation(answer.Excerpts[i], absolute)));

    /// <summary>The answer from its opening to its last quotation, in the form that a channel has for words and for the quotation of each excerpt.</summary>
    internal static IEnumerable<T> Parts<T>(Answer answer, Func<string, T> words, Func<int, T> quotation)
    {
        yield return words(answer.Lead);
        for (var i = 0; i < answer.Excerpts.Count; i++)
        {
            if (i == 0 && answer.Kind == AnswerKind.Silent)
                yield return words($"\n{answer.Labels.Closest}:");
            if (i == answer.MainExcerpts.Count)
                yield return words($"\n\n{answer.Labels.SeeAlso}:");
            yield return quotation(i);
        }
    }

    /// <summary>One quotation with its citation.</summary>
    internal static string Quotation(Excerpt excerpt, Func<string, string> absolute) =>
        $"\n\n\u201C{excerpt.Text}\u201D\n{excerpt.Citation.Text}. Receipt {excerpt.Passage.Receipt}\n{absolute(excerpt.Citation.Address)}";
}
