using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using FocBot.Core;
using FocBot.Core.Statements;

namespace FocBot.Channels.Mcp;

/// <summary>What the tool <c>ask</c> answers.</summary>
sealed record McpAnswer(
    [property: Description(
        "answered; unsure; silent: the statement does not speak of it; nothing: nothing is near; guidance: FocBot speaks of itself.")] string Outcome,
    [property: Description("FocBot's opening sentence; never part of a statement.")] string Lead,
    [property: Description("Verbatim passages: the answer where the outcome is 'answered', else the nearest ones.")] IReadOnlyList<McpPassage> Passages,
    [property: Description("Passages to see also.")] IReadOnlyList<McpPassage> SeeAlso);

/// <summary>Passages that a tool found.</summary>
sealed record McpPassages(IReadOnlyList<McpPassage> Passages);

/// <summary>A passage, with everything that a quotation needs.</summary>
sealed record McpPassage(
    [property: Description("The passage's id, such as foc-2020-cybersecurity#14.")] string Id,
    [property: Description("The whole passage, verbatim.")] string Text,
    [property: Description("The sentence of the text that matters most here, verbatim.")] string KeySentence,
    [property: Description("How to cite it.")] string Citation,
    [property: Description("The reading page, opening at the passage.")] string Address,
    [property: Description("The publisher's own address; null where there is none.")] string? Source,
    [property: Description("A short code of these very words, for verify_quotation.")] string Receipt)
{
    internal static McpPassage Of(Excerpt excerpt, ServerOptions server) => new(excerpt.Passage.Id.ToString(), excerpt.Text, excerpt.Key,
        excerpt.Citation.Text, server.Absolute(excerpt.Citation.Address), excerpt.Citation.SourceAddress, excerpt.Passage.Receipt);

    internal static McpPassage Of(Passage passage, ServerOptions server) => Of(new Excerpt(passage, passage.Sentences[0]), server);
}

/// <summary>What became of a quotation that was checked.</summary>
sealed record McpVerification(
    [property: Description("exact: it stands so, to the letter; altered: the changes say what differs; absent: it stands in no statement.")] string Result,
    [property: Description("A line for every difference.")] IReadOnlyList<string> Changes,
    [property: Description("Where it stands; null where it does not.")] McpPassage? Passage);

// Null values are written: the published schemas name every field.
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(McpAnswer))]
[JsonSerializable(typeof(McpPassages))]
[JsonSerializable(typeof(McpPassage))]
[JsonSerializable(typeof(McpVerification))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(int?))]
sealed partial class McpJson : JsonSerializerContext;
