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
        var together = answer.IsList || answer.Kind != AnswerKind.Answered;
        for (var i = 0; i < answer.Excerpts.Count; i++)
        {
            var excerpt = answer.Excerpts[i];
            if (i == 0 && answer.Kind == AnswerKind.Silent)
                text.Append('\n').Append(answer.Labels.Closest).Append(':');
            if (i == 1 && !together)
                text.Append("\n\n").Append(answer.Labels.SeeAlso).Append(':');
            text.Append("\n\n\u201C").Append(excerpt.Text).Append("\u201D\n").Append(excerpt.Citation.Text).Append(". Receipt ").Append(excerpt.Passage.Receipt).Append('\n').Append(absolute(excerpt.Citation.Address));
        }

        return text.ToString();
    }
}
