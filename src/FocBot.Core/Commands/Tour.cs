using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>An ordered walk through a statement; the place is remembered.</summary>
sealed partial class Tour : ICommand
{
    const int LongestWish = 120;

    public string Example => "tour";

    [GeneratedRegex(@"^tour (?:stop )?(\d{1,3})$")]
    private static partial Regex Numbered();

    // Somebody new asks for a beginning in many words.
    [GeneratedRegex(@"\bonboard(?:ing|ed)?\b|\b(?:i am|i'm|im|we are|we're) (?:all )?new (?:here|to (?:this|it|the (?:job|statement|topic|coalition|team)))\b")]
    private static partial Regex IsNew();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel) =>
        said.Spoken.Length < LongestWish && IsNew().IsMatch(said.Spoken) ? await AtAsync(said, 1, cancel)
        : StopIn(said.Words) is { } stop ? await AtAsync(said, stop, cancel)
        : FromThePlace(said.Words) is { } way ? await AtAsync(said, way, cancel, fromPlace: true)
        : Steps.Read(said) is var (from, far) ? await FromAsync(said, from, far, cancel)
        : null;

    internal static bool IsOn(string words) => IsNew().IsMatch(words) || StopIn(words) is not null || FromThePlace(words) is not null;

    static int? StopIn(string words) => words is "tour" ? 1
        : Numbered().Match(words) is { Success: true } numbered ? int.Parse(numbered.Groups[1].Value, CultureInfo.InvariantCulture)
        : null;

    // How far from the place that is remembered.
    static int? FromThePlace(string words) => words switch { "continue tour" => 0, "next stop" => 1, "previous stop" => -1, _ => null };

    // "next" and "back" behind a stop; where the tour was gone on with, the place is the one remembered.
    static async ValueTask<Answer?> FromAsync(CommandContext said, string from, int far, CancellationToken cancel) =>
        StopIn(from) is { } stop ? await AtAsync(said, stop + far, cancel)
        : FromThePlace(from) is not null ? await AtAsync(said, Steps.Of(said.Words), cancel, fromPlace: true)
        : null;

    // The stop of that number, or so far from the place that is remembered.
    static async Task<Answer?> AtAsync(CommandContext said, int number, CancellationToken cancel, bool fromPlace = false)
    {
        var (statement, which) = await said.OneAsync(s => s.Study.Tour.Count > 0, cancel);
        if (statement is null)
            return which;
        var stops = statement.Study.Tour;
        if (stops.Count == 0)
            return said.Silent(said.Say["tour-none"], Buttons.Of(said.Say, "summary"), Buttons.Of(said.Say, "help"));
        if (fromPlace)
            number += await TourProgress.ReadAsync(said.User, statement.Id, cancel);
        if (number > stops.Count)
        {
            await TourProgress.WriteAsync(said.User, statement.Id, 1, cancel);
            return said.Guide(said.Say["tour-end"], Buttons.Of(said.Say, "check"),
                Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "week"));
        }

        number = Math.Max(1, number);
        await TourProgress.WriteAsync(said.User, statement.Id, number, cancel);
        return Show(said, stops, number);
    }

    static Answer Show(CommandContext said, IReadOnlyList<Stop> stops, int number)
    {
        var stop = stops[number - 1];
        List<Choice> choices = [Buttons.Of(said.Say, number < stops.Count ? "next" : "finish", $"tour {number + 1}")];
        if (number > 1)
            choices.Add(Buttons.Of(said.Say, "back", $"tour {number - 1}"));
        if (number + 1 < stops.Count)
            choices.Add(Buttons.Of(said.Say, "skip-one", $"tour {number + 2}"));
        choices.Add(Buttons.Of(said.Say, "leave-tour"));
        return said.Show($"{said.Say.Of("tour-stop", ("number", number), ("count", stops.Count), ("title", stop.Title))}\n{stop.Introduction}",
            [Quote.Of(said.Catalogue, stop.Passage)], choices) with
        { Progress = new(number, stops.Count) };
    }
}
