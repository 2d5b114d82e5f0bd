using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FocBot.Channels.Teams;

/// <summary>An Adaptive Card, as far as answers need it; it is written, never read.</summary>
/// <remarks>Source: https://adaptivecards.io/explorer/.</remarks>
/// <param name="Lang">BCP 47 tag.</param>
/// <param name="FallbackText">All the words, for where cards can't be shown.</param>
/// <param name="Body">Containers.</param>
/// <param name="Actions">At most six; null for none.</param>
sealed record AdaptiveCard(string Lang, string FallbackText, IReadOnlyList<CardElement> Body, IReadOnlyList<CardButton>? Actions)
{
    internal const string ContentType = "application/vnd.microsoft.card.adaptive";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Type { get; } = "AdaptiveCard";

    /// <summary>The newest version that Teams shows everywhere.</summary>
    public string Version { get; } = "1.5";

    internal string ToJson() => JsonSerializer.Serialize(this, CardJson.Unescaped.AdaptiveCard);
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
abstract record CardElement
{
    /// <summary>Names the element for an action that shows or hides it.</summary>
    public string? Id { get; init; }

    /// <summary>False: hidden until an action shows it.</summary>
    public bool? IsVisible { get; init; }

    public string? Spacing { get; init; }
}

/// <summary>Elements that belong together.</summary>
sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    public string? Style { get; init; }

    /// <summary>True: from right to left.</summary>
    public bool? Rtl { get; init; }
}

/// <summary>Text in runs, which know no markup.</summary>
sealed record RichTextBlock(params IReadOnlyList<TextRun> Inlines) : CardElement;

/// <summary>Buttons inside the body.</summary>
sealed record ActionSet(params IReadOnlyList<CardButton> Actions) : CardElement;

sealed record TextRun(string Text)
{
    public string Type { get; } = "TextRun";

    public string? Weight { get; init; }

    public string? Size { get; init; }

    public bool? IsSubtle { get; init; }

    public CardButton? SelectAction { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SayButton), "Action.Submit")]
[JsonDerivedType(typeof(ToggleButton), "Action.ToggleVisibility")]
[JsonDerivedType(typeof(LinkButton), "Action.OpenUrl")]
abstract record CardButton;

/// <summary>Says a sentence, as if it had been typed.</summary>
sealed record SayButton(string Title, ButtonPayload Data) : CardButton;

/// <summary>Shows the hidden ones of the elements and hides the shown ones.</summary>
sealed record ToggleButton(string Title, IReadOnlyList<string> TargetElements) : CardButton;

/// <summary>Opens an address; untitled where something else is pressed.</summary>
sealed record LinkButton(string Url) : CardButton
{
    public string? Title { get; init; }
}

/// <summary>What a pressed button delivers.</summary>
sealed record ButtonPayload([property: JsonPropertyName(ButtonPayload.Property)] string Says)
{
    internal const string Property = "says", StepProperty = "step";

    /// <summary>True where the card is a step of several: the next takes its place.</summary>
    [JsonPropertyName(StepProperty)]
    public bool? Step { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(IReadOnlyList<CitationClaim>))]
sealed partial class CardJson : JsonSerializerContext
{
    /// <summary>Letters of every script as they are: escaped, an Arabic lead would be three times as large.</summary>
    internal static CardJson Unescaped { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
