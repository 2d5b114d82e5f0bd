using System.Text.Json.Serialization;

namespace FocBot.Channels.Teams;

/// <summary>The entity that says which marks in the text stand for what.</summary>
/// <remarks>Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content#add-citations.</remarks>
sealed record CitedMessage(IReadOnlyList<Claim> Citation)
{
    public string Type { get; } = "https://schema.org/Message";

    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "Message";

    [JsonPropertyName("@context")]
    public string Context { get; } = "https://schema.org";

    [JsonPropertyName("@id")]
    public string Id { get; } = "";
}

/// <param name="Position">The mark's number, from 1.</param>
/// <param name="Appearance">A <see cref="CitedDocument"/>.</param>
sealed record Claim(int Position, Written Appearance)
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "Claim";
}

/// <param name="Name">At most 80 characters.</param>
/// <param name="Url">Where the words stand.</param>
/// <param name="Abstract">At most 160 characters.</param>
sealed record CitedDocument(string Name, string Url, string Abstract)
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; } = "DigitalDocument";

    public string EncodingFormat { get; } = "text/html";
}
