using FocBot.Core;

namespace FocBot.Channels.Teams;

/// <summary>An answer as an Adaptive Card.</summary>
/// <remarks>Words stand in text runs only, which know no markup: nothing that was typed or quoted can turn into a link or a mention.</remarks>
static class TeamsCard
{
    internal const int MostActions = 6;

    internal static AdaptiveCard Of(Answer answer, Quotations quotations) => Of(answer, quotations.Of(answer));

    /// <param name="answer">The answer.</param>
    /// <param name="quotations">Its excerpts, as they look in Teams.</param>
    internal static AdaptiveCard Of(Answer answer, Quotation[] quotations)
    {
        var together = answer.IsList || answer.Kind != AnswerKind.Answered;
        var body = new List<Written> { Block(answer, [.. answer.Lead.Split('\n').Where(line => line.Length > 0).Select(line => new RichTextBlock([new(line)]))]) };
        if (answer.Kind == AnswerKind.Silent && answer.Excerpts.Count > 0)
            body.Add(Block(answer, [new([new(answer.Labels.Closest) { Weight = "Bolder" }])]));
        var hidden = new List<string>();
        foreach (var quotation in quotations)
        {
            if (!together && body.Count > 1)
                hidden.Add(quotation.Id);
            body.Add(hidden.Count > 0 ? quotation.Hidden : quotation.Shown);
        }

        var actions = new List<CardButton>();
        if (hidden.Count > 0)
            actions.Add(CardButton.Shows($"{answer.Labels.SeeAlso} ({hidden.Count})", hidden));
        actions.AddRange(answer.Choices.Take(MostActions - actions.Count).Select(CardButton.Says));
        var plain = Written.Text([.. PlainAnswer.Parts(answer, Written.Escaped, i => quotations[i].Plain)]);
        return new(answer.Labels.Language, plain, body, actions.Count > 0 ? actions : null);
    }

    /// <summary>One quotation, for a message in which somebody cites it.</summary>
    internal static AdaptiveCard Of(Excerpt excerpt, Quotations quotations)
    {
        var quotation = quotations.Of(excerpt);
        return new(excerpt.Passage.Front.Language, Written.Text([quotation.Plain]), [quotation.Shown], null);
    }

    static Written Block(Answer answer, IReadOnlyList<RichTextBlock> lines) =>
        Written.Of(new Container(lines) { Rtl = answer.Labels.IsRightToLeft ? true : null }, CardJson.Default.Container);
}
