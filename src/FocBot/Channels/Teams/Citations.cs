using System.Text.Json;
using System.Text.Json.Serialization;
using FocBot.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace FocBot.Channels.Teams;

/// <summary>The entity that tells Teams which mark in the text, [1], [2], ..., stands for which quotation.</summary>
/// <remarks>Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content#add-citations.</remarks>
static class Citations
{
    internal const int Most = 20;

    const int LongestName = 80, LongestAbstract = 160;

    /// <summary>The marks, to stand behind the text.</summary>
    internal static string Marks(IReadOnlyList<Excerpt> excerpts) => string.Concat(Enumerable.Range(1, Math.Min(excerpts.Count, Most)).Select(n => $"[{n}]"));

    internal static Entity Of(IReadOnlyList<Excerpt> excerpts, Func<string, string> absolute)
    {
        IReadOnlyList<CitationClaim> claims = [.. excerpts.Take(Most).Select((excerpt, i) => new CitationClaim(i + 1, new(
            Shortened($"{excerpt.Passage.Front.ShortTitle}, {excerpt.Passage.Place}", LongestName),
            absolute(excerpt.Citation.Address),
            Shortened(excerpt.Key, LongestAbstract))))];
        return new("https://schema.org/Message")
        {
            Properties = new JObject
            {
                ["@type"] = "Message",
                ["@context"] = "https://schema.org",
                ["@id"] = "",
                ["citation"] = new JRaw(JsonSerializer.Serialize(claims, CardJson.Unescaped.IReadOnlyListCitationClaim)),
            },
        };
    }

    /// <summary>The text, cut after a word where it is too long; the whole is in the card.</summary>
    internal static string Shortened(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = text.LastIndexOf(' ', longest - 2);
        return text[..(end > 0 ? end : longest - 2)] + " \u2026";
    }
}

/// <param name="Position">The mark's number, from 1.</param>
/// <param name="Appearance">What the mark shows.</param>
sealed record CitationClaim(int Position, CitedDocument Appearance)
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "Claim";
}

/// <param name="Name">At most 80 characters.</param>
/// <param name="Url">Where the words are.</param>
/// <param name="Abstract">At most 160 characters.</param>
sealed record CitedDocument(string Name, string Url, string Abstract)
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "DigitalDocument";

    public string EncodingFormat { get; } = "text/html";
}
