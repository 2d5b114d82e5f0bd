using System.Text.Json;
using System.Text.Json.Serialization;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Quotations;

namespace FocBot.Channels.Api;

/// <summary><c>POST /api/verifications</c>: whether quoted words stand in a statement so.</summary>
static class Verifications
{
    const int Longest = 10_000;

    internal static async Task<IResult> Verify(HttpRequest request, Bot bot, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
            return TypedResults.Problem("Send the quotation as JSON: Content-Type: application/json.", statusCode: 415);
        MachineQuotation? quotation;
        try
        {
            quotation = await JsonSerializer.DeserializeAsync(request.Body, VerificationJson.Default.MachineQuotation, cancel);
        }
        catch (JsonException)
        {
            quotation = null;
        }

        if (quotation is not { Quote: { } quote } || string.IsNullOrWhiteSpace(quote) || quote.Length > Longest)
            return TypedResults.Problem($"The body is not of the form {{\"quote\": \"...\"}}, with at most {Longest} characters.", statusCode: 400);
        return TypedResults.Json(Of(bot, quote), VerificationJson.Default.MachineVerification);
    }

    internal static MachineVerification Of(Bot bot, string quote)
    {
        var verified = QuotationVerifier.Verify(bot.Catalogue.Statements, quote);
        var excerpt = verified.Passage is { } passage ? MachineExcerpt.Of(Quote.Around(passage, verified.Position)) : null;
        return new(verified.Result.ToString().ToLowerInvariant(), excerpt, [.. verified.Changes, .. verified.Notes]);
    }
}

/// <summary>Words to verify.</summary>
sealed record MachineQuotation(string? Quote);

/// <param name="Result"><c>exact</c>, <c>altered</c> or <c>absent</c>.</param>
/// <param name="Excerpt">Where they stand; null where they don't.</param>
/// <param name="Changes">A line for every change.</param>
sealed record MachineVerification(string Result, MachineExcerpt? Excerpt, IReadOnlyList<string> Changes);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MachineQuotation))]
[JsonSerializable(typeof(MachineVerification))]
sealed partial class VerificationJson : JsonSerializerContext;
