using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Core;

namespace FocBot.Channels.Teams;

/// <summary>An answer as the activity that carries it: a line of text with citations, the card, what is read aloud.</summary>
static class TeamsMessage
{
    const int MostCitations = 20, Small = 8_000;

    // Teams' own thumbs up and down.
    static readonly JsonNode Rated = new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } };

    /// <summary>The message; where it would be too large, fewer excerpts and a choice that shows the next.</summary>
    internal static Activity Of(Answer answer, ConversationReference to, Quotations quotations)
    {
        for (var shown = answer.Excerpts.Count; ; shown--)
        {
            var part = shown == answer.Excerpts.Count ? answer : answer with
            {
                Excerpts = [.. answer.Excerpts.Take(shown)],
                Choices = [new("More", $"paragraph {answer.Excerpts[shown].Passage.Id.Number}"), .. answer.Choices],
            };
            var message = Whole(part, to, quotations);
            // A few excerpts always fit.
            if (shown <= 1 || part.Excerpts.Sum(e => e.Text.Length) < Small || JsonSerializer.SerializeToUtf8Bytes(message, ActivityJson.Default.Activity).Length <= Connector.LargestMessage)
                return message;
        }
    }

    static Activity Whole(Answer answer, ConversationReference to, Quotations quotations)
    {
        var quoted = quotations.Of(answer);
        var cited = Math.Min(quoted.Length, MostCitations);
        return new()
        {
            Type = ActivityTypes.Message,
            // Plain: what a person typed may stand in the lead.
            TextFormat = "plain",
            Text = Line(answer, cited),
            Summary = answer.Lead.Split('\n')[0],
            Speak = answer.Excerpts.Count > 0 ? $"{answer.Lead} {answer.Excerpts[0].Key}" : answer.Lead,
            Locale = answer.Labels.Language,
            InputHint = "acceptingInput",
            Attachments = [new(Attachment.AdaptiveCard, TeamsCard.Of(answer, quoted))],
            Entities = cited > 0 ? [Citations(quoted[..cited])] : null,
            ChannelData = Rated,
            SuggestedActions = to.IsPersonal && answer.Choices.Count > 0
                ? new([.. answer.Choices.Take(TeamsCard.MostActions).Select(c => new CardAction("imBack", c.Label, c.Says))])
                : null,
        };
    }

    // Every mark [n] belongs to the citation of that position.
    static string Line(Answer answer, int cited) =>
        cited == 0 ? answer.Lead : $"{answer.Lead} {string.Concat(Enumerable.Range(1, cited).Select(n => $"[{n}]"))}";

    static JsonValue Citations(Quotation[] cited) =>
        JsonValue.Create(Written.Of(new CitedMessage([.. cited.Select((quotation, i) => new Claim(i + 1, quotation.Document))]), CardJson.Default.CitedMessage), CardJson.Default.Written)!;
}
