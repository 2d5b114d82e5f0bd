using System.Text.Json;
using System.Text.Json.Serialization;

namespace FocBot.Channels.Teams;

/// <summary>An Adaptive Card, as far as answers need it; it is written, never read.</summary>
/// <remarks>Source: https://adaptivecards.io/explorer/.</remarks>
/// <param name="Lang">BCP 47 tag.</param>
/// <param name="FallbackText">All the words once more, where cards can't be shown.</param>
/// <param name="Body">Containers.</param>
sealed record AdaptiveCard(string Lang, Written FallbackText, IReadOnlyList<Written> Body, IReadOnlyList<CardButton>? Actions)
{
    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Type { get; } = "AdaptiveCard";

    /// <summary>The newest version that Teams shows everywhere.</summary>
    public string Version { get; } = "1.5";
}

/// <summary>Blocks that belong together.</summary>
sealed record Container(IReadOnlyList<RichTextBlock> Items)
{
    public string Type { get; } = "Container";

    public string Spacing { get; } = "Medium";

    public string? Style { get; init; }

    /// <summary>True: from right to left.</summary>
    public bool? Rtl { get; init; }

    /// <summary>By which an action shows what is not visible at first.</summary>
    public string? Id { get; init; }

    public bool? IsVisible { get; init; }
}

/// <summary>Text in runs, which know no markup.</summary>
sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines)
{
    public string Type { get; } = "RichTextBlock";
}

sealed record TextRun(string Text)
{
    public string Type { get; } = "TextRun";

    public string? Weight { get; init; }

    public string? Size { get; init; }

    public bool? IsSubtle { get; init; }

    public OpenUrl? SelectAction { get; init; }
}

sealed record OpenUrl(string Url)
{
    public string Type { get; } = "Action.OpenUrl";
}

/// <summary>A button: it says a sentence, or shows what is hidden.</summary>
sealed record CardButton(string Type, string Title)
{
    public Said? Data { get; init; }

    public IReadOnlyList<string>? TargetElements { get; init; }

    internal static CardButton Says(Core.Choice choice) => new("Action.Submit", choice.Label) { Data = new(choice.Says) };

    internal static CardButton Shows(string title, IReadOnlyList<string> hidden) => new("Action.ToggleVisibility", title) { TargetElements = hidden };
}

/// <summary>What a pressed button delivers: the sentence, as if it had been typed.</summary>
sealed record Said(string Says);

/// <summary>Passes over a card in what others send: whatever they attach does no harm.</summary>
sealed class CardIsOnlyWritten : JsonConverter<AdaptiveCard>
{
    public override AdaptiveCard? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, AdaptiveCard value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, CardJson.Default.AdaptiveCard);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(Container))]
[JsonSerializable(typeof(CitedMessage))]
[JsonSerializable(typeof(CitedDocument))]
sealed partial class CardJson : JsonSerializerContext;
