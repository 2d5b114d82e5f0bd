using FocBot.Core;

namespace FocBot.Channels.Teams;

/// <summary>An answer as an Adaptive Card.</summary>
/// <remarks>Words stand in text runs only, which know no markup: nothing that was typed or quoted can turn into a link or a mention.</remarks>
static class TeamsCard
{
    internal const int MostActions = 6;

    internal static AdaptiveCard Of(Answer answer, Func<string, string> absolute)
    {
        var together = answer.IsList || answer.Kind != AnswerKind.Answered;
        var body = new List<Container> { Lead(answer) };
        if (answer.Kind == AnswerKind.Silent && answer.Excerpts.Count > 0)
            body.Add(new([new([Bold(answer.Labels.Closest)])]) { Rtl = RightToLeft(answer) });
        var hidden = new List<string>();
        for (var i = 0; i < answer.Excerpts.Count; i++)
        {
            var quotation = Quotation(answer.Excerpts[i], absolute);
            if (i > 0 && !together)
            {
                hidden.Add($"see-also-{i}");
                quotation = quotation with { Id = hidden[^1], IsVisible = false };
            }

            body.Add(quotation);
        }

        var actions = new List<CardButton>();
        if (hidden.Count > 0)
            actions.Add(CardButton.Shows($"{answer.Labels.SeeAlso} ({hidden.Count})", hidden));
        actions.AddRange(answer.Choices.Take(MostActions - actions.Count).Select(CardButton.Says));
        return new(answer.Labels.Language, PlainAnswer.Of(answer, absolute), body, actions.Count > 0 ? actions : null);
    }

    /// <summary>One quotation, for a message in which somebody cites it.</summary>
    internal static AdaptiveCard Of(Excerpt excerpt, Func<string, string> absolute) =>
        new(excerpt.Passage.Front.Language, $"\u201C{excerpt.Text}\u201D\n{excerpt.Citation.Text}\n{absolute(excerpt.Citation.Address)}", [Quotation(excerpt, absolute)], null);

    static Container Lead(Answer answer) => new([.. answer.Lead.Split('\n').Where(line => line.Length > 0).Select(line => new RichTextBlock([new(line)]))]) { Rtl = RightToLeft(answer) };

    static Container Quotation(Excerpt excerpt, Func<string, string> absolute)
    {
        var (before, after) = ("\u201C" + excerpt.Text[..excerpt.KeySpan.Start], excerpt.Text[excerpt.KeySpan.End..] + "\u201D");
        return new(
        [
            new([new(before), Bold(excerpt.Key), new(after)]),
            new(
            [
                new($"{excerpt.Citation.Text}. Receipt {excerpt.Passage.Receipt}. ") { Size = "Small", IsSubtle = true },
                new($"View paragraph {excerpt.Passage.Id.Number} in the browser") { Size = "Small", SelectAction = new(absolute(excerpt.Citation.Address)) },
            ]),
        ])
        { Style = "emphasis" };
    }

    static TextRun Bold(string text) => new(text) { Weight = "Bolder" };

    static bool? RightToLeft(Answer answer) => answer.Labels.IsRightToLeft ? true : null;
}
