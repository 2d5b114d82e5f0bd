using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Core.Statements;

namespace FocBot.Channels.Teams;

/// <summary>The search box beside Teams' message field: finds passages and puts a quotation with its citation into the message.</summary>
static class MessageExtension
{
    const int Most = 15, PreviewLength = 120;

    /// <summary>The body that answers <c>composeExtension/query</c>.</summary>
    internal static async Task<JsonObject> QueryAsync(JsonNode? value, Bot bot, Quotations quotations, CancellationToken cancel)
    {
        var words = ((value as JsonObject)?["parameters"] as JsonArray)?.OfType<JsonObject>()
            .Where(p => Heard.Text(p["name"]) != "initialRun").Select(p => Heard.Text(p["value"])).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        var found = words is null ? Recommendations(bot.Catalogue) : (await bot.ReplyAsync(new(words), cancel)).Excerpts;
        return found.Count == 0
            ? Result("message", ("text", "I found nothing near this. Try other words, or leave the box empty to see the recommendations."))
            : Result("result", ("attachmentLayout", "list"), ("attachments", new JsonArray([.. found.Take(Most).Select(e => Attached(e, quotations))])));
    }

    /// <summary>The body that answers <c>composeExtension/selectItem</c>.</summary>
    internal static JsonObject Select(JsonNode? value, Catalogue catalogue, Quotations quotations) =>
        PassageId.TryParse(Heard.Text((value as JsonObject)?["passage"]) ?? "", out var id) && catalogue.Find(id) is { } passage
            ? Result("result", ("attachmentLayout", "list"), ("attachments", new JsonArray(Attached(new(passage, passage.Sentences[0]), quotations))))
            : Result("message", ("text", "This passage is no longer here. Please search again."));

    static List<Excerpt> Recommendations(Catalogue catalogue) =>
        [.. catalogue.Statements.SelectMany(s => s.Recommendations).Select(p => new Excerpt(p, p.Sentences[0]))];

    static JsonObject Attached(Excerpt excerpt, Quotations quotations) => new()
    {
        ["contentType"] = Attachment.AdaptiveCard,
        ["content"] = JsonSerializer.SerializeToNode(TeamsCard.Of(excerpt, quotations), CardJson.Default.AdaptiveCard),
        ["preview"] = new JsonObject
        {
            ["contentType"] = Attachment.ThumbnailCard,
            ["content"] = new JsonObject
            {
                ["title"] = $"{excerpt.Passage.Section ?? excerpt.Passage.Front.ShortTitle}, para. {excerpt.Passage.Id.Number}",
                // Previews show HTML.
                ["text"] = System.Net.WebUtility.HtmlEncode(excerpt.Key.Length <= PreviewLength ? excerpt.Key : excerpt.Key[..excerpt.Key.LastIndexOf(' ', PreviewLength)] + " \u2026"),
                ["tap"] = new JsonObject { ["type"] = "invoke", ["value"] = new JsonObject { ["passage"] = excerpt.Passage.Id.ToString() } },
            },
        },
    };

    static JsonObject Result(string type, params (string Name, JsonNode Value)[] fields)
    {
        var result = new JsonObject { ["type"] = type };
        foreach (var (name, value) in fields)
            result[name] = value;
        return new JsonObject { ["composeExtension"] = result };
    }
}
