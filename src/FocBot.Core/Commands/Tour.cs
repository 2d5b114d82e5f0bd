using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>An ordered walk through a statement; the place is remembered.</summary>
static partial class Tour
{
    const string Place = "tour";

    [GeneratedRegex(@"^tour (?:stop )?(\d{1,2})$")]
    private static partial Regex Numbered();

    internal static Command Command { get; } = new("tour", "a walk through the statement in ten stops; “continue tour” goes on", async (said, cancel) =>
        StopIn(said.Words) is { } stop ? await At(said, stop, cancel)
        : FromThePlace(said.Words) is { } way ? await At(said, await Remembered(said, cancel) + way, cancel)
        : Steps.Read(said) is var (from, far) ? await From(said, from, far, cancel)
        : null);

    static int? StopIn(string words) => words is "tour" or "start tour" or "take the tour" or "start the tour" or "onboarding" ? 1
        : Numbered().Match(words) is { Success: true } numbered ? int.Parse(numbered.Groups[1].Value, CultureInfo.InvariantCulture)
        : null;

    // How far from the place that is remembered.
    static int? FromThePlace(string words) => words switch
    {
        "continue tour" or "continue the tour" or "resume tour" => 0,
        "next stop" => 1,
        "previous stop" => -1,
        _ => null,
    };

    // "next" and "back" behind a stop; where the tour was gone on with, the place is the one remembered.
    static async Task<Answer?> From(CommandContext said, string from, int far, CancellationToken cancel) =>
        StopIn(from) is { } stop ? await At(said, stop + far, cancel)
        : FromThePlace(from) is not null ? await At(said, await Remembered(said, cancel) + Steps.Of(said.Words), cancel)
        : null;

    static async Task<int> Remembered(CommandContext said, CancellationToken cancel) => int.TryParse(await said.User.GetAsync(Place, cancel), CultureInfo.InvariantCulture, out var place) ? place : 0;

    static async Task<Answer?> At(CommandContext said, int number, CancellationToken cancel)
    {
        var stops = said.Catalogue.Statements.SelectMany(s => s.Study.Tour).ToList();
        if (stops.Count == 0)
            return null;
        if (number > stops.Count)
        {
            await said.User.SetAsync(Place, "1", cancel);
            return new(AnswerKind.Guidance, "That was the tour. You can see how much has stayed with you, or go on by yourself.", [],
                [new("Take the quiz", "quiz"), new("Recommendations", "recommendations"), new("Topics", "topics"), new("First week", "first week")]);
        }

        number = Math.Max(1, number);
        await said.User.SetAsync(Place, number.ToString(CultureInfo.InvariantCulture), cancel);
        var stop = stops[number - 1];
        List<Choice> choices = [new(number < stops.Count ? "Next" : "Finish", $"tour {number + 1}")];
        if (number > 1)
            choices.Add(new("Back", $"tour {number - 1}"));
        if (number + 1 < stops.Count)
            choices.Add(new("Skip one", $"tour {number + 2}"));
        choices.Add(new("Leave the tour", "help"));
        return new(AnswerKind.Answered, $"Stop {number} of {stops.Count}: {stop.Title}\n{stop.Introduction}", [Quote.Of(said.Catalogue, stop.Passage)], choices) { Confidence = 1 };
    }
}
