using FocBot.Core;

namespace FocBot.Channels.Teams;

/// <summary>An answer as an Adaptive Card: the key sentences, each paragraph behind a button, the source once.</summary>
/// <remarks>All words are in text runs, which know no markup: nothing that was typed or quoted can turn into a link or a mention.</remarks>
static class AnswerCard
{
    internal const int MostActions = 6;

    /// <param name="answer">The answer.</param>
    /// <param name="absolute">The full address of a path on this server.</param>
    internal static AdaptiveCard From(Answer answer, Func<string, string> absolute)
    {
        var body = new List<CardElement> { Words(answer.Lead, answer.Labels) };
        if (answer.Progress is { } progress)
            body.Add(new Container([new RichTextBlock(new TextRun(progress.Bar) { IsSubtle = true })]) { Rtl = RightToLeft(answer.Labels) });
        if (answer.Kind == AnswerKind.Silent && answer.Excerpts.Count > 0)
            body.Add(new Container([new RichTextBlock(new TextRun(answer.Labels.Closest) { Weight = "Bolder" })]) { Rtl = RightToLeft(answer.Labels) });
        var quotations = new QuotationBlocks(answer, absolute);
        body.AddRange(quotations.Main);
        body.AddRange(quotations.Further);

        var actions = new List<CardButton>();
        if (answer.Page is { } page)
            actions.Add(new LinkButton(absolute(page.Path)) { Title = page.Label });
        if (quotations.Further.Count > 0)
            actions.Add(new ToggleButton($"{answer.Labels.SeeAlso} ({quotations.Further.Count})", [.. quotations.Further.Select(block => block.Id!)]));
        actions.AddRange(answer.Choices.Take(MostActions - actions.Count).Select(choice =>
            new SayButton(choice.Label, new(choice.Says) { Step = answer.Progress is null ? null : true })));
        return new(answer.Labels.Language, PlainAnswer.Of(answer, absolute), body, actions.Count > 0 ? actions : null);
    }

    /// <summary>One quotation, for a message in which somebody cites it.</summary>
    internal static AdaptiveCard From(Excerpt excerpt, Func<string, string> absolute)
    {
        var answer = new Answer(AnswerKind.Answered, "", [excerpt], []);
        return new(excerpt.Passage.Front.Language, PlainAnswer.Quotation(excerpt, absolute).Trim(), new QuotationBlocks(answer, absolute).Main, null);
    }

    static Container Words(string text, Labels labels) =>
        new([.. text.Split('\n').Where(line => line.Length > 0).Select(line => new RichTextBlock(new TextRun(line)))]) { Rtl = RightToLeft(labels) };

    static bool? RightToLeft(Labels labels) => labels.IsRightToLeft ? true : null;
}
