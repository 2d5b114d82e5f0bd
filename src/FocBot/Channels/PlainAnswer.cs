using System.Text;
using FocBot.Core;

namespace FocBot.Channels;

/// <summary>An answer in plain words: for screen readers, notifications, and where cards can't be shown.</summary>
static class PlainAnswer
{
    /// <param name="answer">The answer.</param>
    /// <param name="absolute">The full address of a path on this server.</param>
    internal static string Of(Answer answer, Func<string, string> absolute)
    {
        var text = new StringBuilder(answer.Lead);
        if (answer.Kind == AnswerKind.Silent && answer.Excerpts.Count > 0)
            text.Append('\n').Append(answer.Labels.Closest).Append(':');
        if (answer.ListSource is { } source)
            text.AppendJoin("", answer.Excerpts.Select(excerpt => Quotation(excerpt, excerpt.Citation.Place, absolute))).Append($"\n\n{source}.");
        else
            text.AppendJoin("", answer.MainExcerpts.Select(excerpt => Quotation(excerpt, absolute)));
        if (answer.FurtherExcerpts.Count > 0)
            text.Append("\n\n").Append(answer.Labels.SeeAlso).Append(':');
        text.AppendJoin("", answer.FurtherExcerpts.Select(excerpt => Quotation(excerpt, absolute)));
        return answer.Page is { } page ? $"{text}\n\n{page.Label}: {absolute(page.Path)}" : text.ToString();
    }

    /// <summary>One quotation with its citation.</summary>
    internal static string Quotation(Excerpt excerpt, Func<string, string> absolute) => Quotation(excerpt, excerpt.Citation.Text, absolute);

    static string Quotation(Excerpt excerpt, string citation, Func<string, string> absolute) =>
        $"\n\n\u201C{excerpt.Text}\u201D\n{citation}. Receipt {excerpt.Passage.Receipt}\n{absolute(excerpt.Citation.Address)}";
}
