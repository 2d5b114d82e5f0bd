using System.Text.Json;
using System.Text.Json.Serialization;
using FocBot.Core;

namespace FocBot.Channels;

/// <summary>The machine form of an answer: a contract, documented in docs/api.md.</summary>
/// <param name="Id">The question's id in a batch; left out elsewhere.</param>
/// <param name="Answered">False when the statement is silent: what is shown then is the closest, not the answer.</param>
/// <param name="Confidence">In [0,1].</param>
/// <param name="Lead">The opening sentence.</param>
/// <param name="Excerpts">Best first; in a list in the statement's order.</param>
sealed record MachineAnswer(string? Id, bool Answered, double Confidence, string Lead, IReadOnlyList<MachineExcerpt> Excerpts)
{
    internal static MachineAnswer Of(Answer answer, string? id = null) =>
        new(id, answer.Kind == AnswerKind.Answered, Math.Round(answer.Confidence, 4), answer.Lead, [.. answer.Excerpts.Select(MachineExcerpt.Of)])
        {
            Choices = [.. answer.Choices.Select(c => c.Says)],
            Language = answer.Labels.Language,
            Page = answer.Page?.Path,
        };

    /// <summary>What may be said next.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>BCP 47 tag of the lead.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Path of a page that goes on where the answer ends; left out where there is none.</summary>
    public string? Page { get; init; }

    /// <summary>Why this ranking; only where it was asked for.</summary>
    public IReadOnlyList<string>? Why { get; init; }
}

/// <param name="Passage">The passage's id.</param>
/// <param name="Text">The whole passage, verbatim.</param>
/// <param name="Key">The marked sentence, verbatim, inside <paramref name="Text"/>.</param>
/// <param name="Citation">What a reader is shown.</param>
/// <param name="Address">Path of the reading page at the passage.</param>
sealed record MachineExcerpt(string Passage, string Text, string Key, string Citation, string Address)
{
    internal static MachineExcerpt Of(Excerpt excerpt) =>
        new(excerpt.Passage.Id.ToString(), excerpt.Text, excerpt.Key, excerpt.Citation.Text, excerpt.Citation.Address) { Receipt = excerpt.Passage.Receipt };

    /// <summary>The short code of the passage's words.</summary>
    public required string Receipt { get; init; }
}

/// <summary>A question as a machine puts it: a line of a batch, or the body of a request.</summary>
sealed record MachineQuestion
{
    public string? Id { get; init; }

    public required string Question { get; init; }

    /// <summary>Earlier questions of the same person, oldest first.</summary>
    public IReadOnlyList<string>? History { get; init; }

    internal Question Read() => new(Question, History ?? []);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(MachineAnswer))]
[JsonSerializable(typeof(MachineQuestion))]
sealed partial class MachineJson : JsonSerializerContext
{
    /// <summary>For files and terminals: letters of every script as they are.</summary>
    internal static MachineJson Lines { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
