using System.Diagnostics;
using System.Diagnostics.Metrics;
using FocBot.Core;

namespace FocBot.Turns;

/// <summary>What is measured of turns and deliveries: how many, how they ended, how long. No text, no ids.</summary>
static class TurnTelemetry
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    internal const string Name = "FocBot";

    static readonly ActivitySource Source = new(Name);
    static readonly Meter Meter = new(Name);
    static readonly Histogram<double> Turns = Meter.CreateHistogram<double>("focbot.turn.duration",
        "ms", "Composing an answer, by channel and kind of answer.");
    static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("focbot.delivery.decisions",
        description: "How turns of deliveries ended: an outcome, or another try.");

    static readonly Counter<long> Ratings = Meter.CreateCounter<long>("focbot.ratings", description: "Answers that people rated, by channel and rating.");

    internal static Activity? StartTurn(string channel) => Source.StartActivity("turn")?.SetTag("focbot.channel", channel);

    internal static void CountTurn(string channel, AnswerKind kind, double milliseconds)
    {
        Turns.Record(milliseconds, new("focbot.channel", channel), new("focbot.kind", kind.ToString()));
        Activity.Current?.SetTag("focbot.kind", kind.ToString());
    }

    /// <param name="rating"><c>like</c> or <c>dislike</c>.</param>
    internal static void CountRating(string channel, string rating) =>
        Ratings.Add(1, new("focbot.channel", channel), new KeyValuePair<string, object?>("focbot.rating", rating));

    internal static void CountDelivery(string channel, TurnDecision? decision) =>
        Deliveries.Add(1, new("focbot.channel", channel),
            new("focbot.outcome", decision?.Outcome?.ToString() ?? (decision is null ? "Released" : "Postponed")));
}
