using FocBot.Core.Statements;

namespace FocBot.Core.Onboarding;

/// <summary>A recommendation in few words, all of them its own: from who is asked to what for.</summary>
public static class ShortQuotation
{
    /// <summary>The words, with "…" where more stands before or behind them.</summary>
    public static string Of(Statement statement, Passage recommendation)
    {
        var text = recommendation.Text;
        if (statement.Study.Obligations.FirstOrDefault(o => o.Passage == recommendation.Id) is not { } obligation)
            return Cut(text, recommendation.Sentences[0]);
        var end = text.IndexOf(obligation.Action, StringComparison.Ordinal) + obligation.Action.Length;
        var start = obligation.Addressee.Length > 0
            ? text.IndexOf(obligation.Addressee, StringComparison.Ordinal)
            : recommendation.Sentences.First(s => s.End >= end).Start;
        return start >= 0 && start < end ? Cut(text, new(start, end - start)) : Cut(text, recommendation.Sentences[0]);
    }

    static string Cut(string text, TextSpan span)
    {
        var words = span.Of(text).Trim();
        return $"{(span.Start > 0 ? "… " : "")}{words}{(text[span.End..].Any(char.IsLetterOrDigit) ? " …" : words.EndsWith('.') ? "" : ".")}";
    }
}
