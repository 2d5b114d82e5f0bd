using System.Net;
using FocBot.Core;
using FocBot.Core.Statements;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace FocBot.Channels.Teams;

/// <summary>The search box beside Teams' message field: finds passages and puts a quotation with its citation into the message.</summary>
static class MessageExtension
{
    internal const string Query = "composeExtension/query", SelectItem = "composeExtension/selectItem";

    const int Most = 15, PreviewLength = 120;

    // The second is named in manifests/teams/manifest.json; the first is Teams' own.
    const string InitialRun = "initialRun", StatementParameter = "statement";

    const string PassageProperty = "passage";

    /// <summary>The words typed into the box, asked of the statement that is named beside it; null when both are empty or it is no query.</summary>
    internal static string? WordsOf(object? value)
    {
        var (words, statement) = (Typed(value, name => name is not (InitialRun or StatementParameter)), Typed(value, name => name == StatementParameter));
        return statement is null ? words : $"in {statement.Replace(':', ' ').Trim()}: {words ?? "summary"}";
    }

    static string? Typed(object? value, Func<string?, bool> isNamed) => ((value as JObject)?["parameters"] as JArray)?.OfType<JObject>()
        .Where(parameter => isNamed(MessageText.Text(parameter["name"])))
        .Select(parameter => MessageText.Text(parameter["value"]))
        .FirstOrDefault(words => !string.IsNullOrWhiteSpace(words));

    /// <summary>What is shown while the box is empty.</summary>
    internal static IReadOnlyList<Excerpt> Recommendations(Catalogue catalogue) =>
        [.. catalogue.Statements.SelectMany(statement => statement.Recommendations).Select(passage => new Excerpt(passage, passage.Sentences[0]))];

    /// <summary>Answers a query.</summary>
    internal static MessagingExtensionResponse Found(IReadOnlyList<Excerpt> excerpts, Func<string, string> absolute) => excerpts.Count == 0
        ? Message("I found nothing near this. Try other words, or leave the box empty to see the recommendations.")
        : Cards(excerpts.Take(Most), absolute);

    /// <summary>Answers the choice of one that was found.</summary>
    internal static MessagingExtensionResponse Selected(object? value, Catalogue catalogue, Func<string, string> absolute) =>
        PassageId.TryParse(MessageText.Text((value as JObject)?[PassageProperty]), out var id) && catalogue.Find(id) is { } passage
            ? Cards([new(passage, passage.Sentences[0])], absolute)
            : Message("This passage is no longer here. Please search again.");

    static MessagingExtensionResponse Message(string text) => new(new() { Type = "message", Text = text });

    static MessagingExtensionResponse Cards(IEnumerable<Excerpt> excerpts, Func<string, string> absolute) => new(new()
    {
        Type = "result",
        AttachmentLayout = AttachmentLayoutTypes.List,
        Attachments = [.. excerpts.Select(excerpt => new MessagingExtensionAttachment(
            AdaptiveCard.ContentType, content: new JRaw(AnswerCard.From(excerpt, absolute).ToJson()), preview: Preview(excerpt)))],
    });

    static Attachment Preview(Excerpt excerpt) => new ThumbnailCard
    {
        Title = $"{excerpt.Passage.Section ?? excerpt.Passage.Front.ShortTitle}, {excerpt.Passage.Place}",
        // Previews show HTML.
        Text = WebUtility.HtmlEncode(Citations.Shortened(excerpt.Key, PreviewLength)),
        Tap = new("invoke", value: new JObject { [PassageProperty] = excerpt.Passage.Id.ToString() }),
    }.ToAttachment();
}
