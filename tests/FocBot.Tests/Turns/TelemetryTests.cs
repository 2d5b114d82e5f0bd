using System.Diagnostics.Metrics;
using FocBot.Edge;
using FocBot.Storage;
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
}
