using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using FocBot.Edge;
using FocBot.Storage;
using FocBot.Tests.Channels;
using FocBot.Turns;
using OpenTelemetry.Metrics;

namespace FocBot.Tests.Turns;

/// <summary>What is measured, and that it goes nowhere unless an endpoint is named.</summary>
public sealed class TelemetryTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("http://127.0.0.1:1", true)]
    public async Task Nothing_is_exported_unless_an_endpoint_is_set(string endpoint, bool isOn)
    {
        await using var server = new RunningServer { Settings = [$"--{Telemetry.Endpoint}={endpoint}"] };
        await server.InitializeAsync();
        Assert.Equal(isOn, server.Service<IServiceProvider>().GetService(typeof(MeterProvider)) is not null);
    }

    [Fact]
    public async Task A_turn_is_traced_and_measured_without_a_word_of_it()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        var noted = new ConcurrentQueue<string>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TurnTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => noted.Enqueue($"{span.DisplayName}: {Told(span.TagObjects)} {Told(span.Events.SelectMany(its => its.Tags))}"),
        };
        ActivitySource.AddActivityListener(traces);
        using var measures = new MeterListener();
        measures.InstrumentPublished = (instrument, its) =>
        {
            if (instrument.Meter.Name == TurnTelemetry.Name)
                its.EnableMeasurementEvents(instrument);
        };
        measures.SetMeasurementEventCallback<double>((instrument, _, tags, _) => noted.Enqueue($"{instrument.Name}: {Told(tags.ToArray())}"));
        measures.Start();
        using var form = new FormUrlEncodedContent([new("question", $"what about {Canary.Word}")]);
        (await server.Client.PostAsync(new Uri("/turn", UriKind.Relative), form, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        foreach (var expected in new[] { "turn: focbot.channel=web", "focbot.turn.duration: focbot.channel=web" })
            Assert.Contains(noted, its => its.StartsWith(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(noted, its => its.Contains(Canary.Word, StringComparison.Ordinal));
    }

    [Fact]
    public void A_delivery_is_counted_by_channel_and_outcome_and_by_nothing_else()
    {
        var measured = new List<(long Value, KeyValuePair<string, object?>[] Tags)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, its) =>
        {
            if (instrument is { Meter.Name: TurnTelemetry.Name, Name: "focbot.delivery.decisions" })
                its.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            if (tags.ToArray().Any(tag => tag.Value as string == "telemetry-test"))
                measured.Add((value, tags.ToArray()));
        });
        listener.Start();
        TurnTelemetry.CountDelivery("telemetry-test", new(Outcome.Answered));
        TurnTelemetry.CountDelivery("telemetry-test", new(null));
        Assert.Equal(["Answered", "Postponed"], measured.Select(m => m.Tags.Single(tag => tag.Key == "focbot.outcome").Value));
        Assert.All(measured, m => Assert.Equal((1, 2), (m.Value, m.Tags.Length)));
    }

    static string Told(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
