using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Core;

namespace FocBot.Channels.Teams;

/// <summary>An answer as the activity that carries it: a line of text with citations, the card, what is read aloud.</summary>
static class TeamsMessage
{
    const int MostCitations = 20, LongestName = 80, LongestAbstract = 160, Small = 8_000;

    /// <summary>The message; where it would be too large, fewer excerpts and a choice that shows the next.</summary>
    internal static Activity Of(Answer answer, ConversationReference to, Func<string, string> absolute)
    {
        for (var shown = answer.Excerpts.Count; ; shown--)
        {
            var part = shown == answer.Excerpts.Count ? answer : answer with
            {
                Excerpts = [.. answer.Excerpts.Take(shown)],
                Choices = [new("More", $"paragraph {answer.Excerpts[shown].Passage.Id.Number}"), .. answer.Choices],
            };
            var message = Whole(part, to, absolute);
            // A few excerpts always fit.
            if (shown <= 1 || part.Excerpts.Sum(e => e.Text.Length) < Small || JsonSerializer.SerializeToUtf8Bytes(message, ActivityJson.Default.Activity).Length <= Connector.LargestMessage)
                return message;
        }
    }

    static Activity Whole(Answer answer, ConversationReference to, Func<string, string> absolute)
    {
        var cited = answer.Excerpts.Take(MostCitations).ToList();
        return new()
        {
            Type = ActivityTypes.Message,
            // Plain: what a person typed may stand in the lead.
            TextFormat = "plain",
            Text = Line(answer, cited.Count),
            Summary = answer.Lead.Split('\n')[0],
            Speak = answer.Excerpts.Count > 0 ? $"{answer.Lead} {answer.Excerpts[0].Key}" : answer.Lead,
            Locale = answer.Labels.Language,
            InputHint = "acceptingInput",
            Attachments = [new(Attachment.AdaptiveCard, TeamsCard.Of(answer, absolute))],
            Entities = cited.Count > 0 ? [Citations(cited, absolute)] : null,
            // Teams' own thumbs up and down.
            ChannelData = new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } },
            SuggestedActions = to.IsPersonal && answer.Choices.Count > 0
                ? new([.. answer.Choices.Take(TeamsCard.MostActions).Select(c => new CardAction("imBack", c.Label, c.Says))])
                : null,
        };
    }

    // Every mark [n] belongs to the citation of that position.
    static string Line(Answer answer, int cited) =>
        cited == 0 ? answer.Lead : $"{answer.Lead} {string.Concat(Enumerable.Range(1, cited).Select(n => $"[{n}]"))}";

    static JsonObject Citations(List<Excerpt> cited, Func<string, string> absolute) => new()
    {
        ["type"] = "https://schema.org/Message",
        ["@type"] = "Message",
        ["@context"] = "https://schema.org",
        ["@id"] = "",
        ["citation"] = new JsonArray([.. cited.Select((excerpt, i) => new JsonObject
        {
            ["@type"] = "Claim",
            ["position"] = i + 1,
            ["appearance"] = new JsonObject
            {
                ["@type"] = "DigitalDocument",
                ["name"] = Short($"{excerpt.Passage.Front.ShortTitle}, para. {excerpt.Passage.Id.Number}", LongestName),
                ["url"] = absolute(excerpt.Citation.Address),
                ["abstract"] = Short(excerpt.Key, LongestAbstract),
                ["encodingFormat"] = "text/html",
            },
        })]),
    };

    // Cut behind a word; the whole stands in the card.
    static string Short(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', most - 2);
        return text[..(end > 0 ? end : most - 2)] + " \u2026";
    }
}
