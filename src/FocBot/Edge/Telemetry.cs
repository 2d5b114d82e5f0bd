using FocBot.Turns;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FocBot.Edge;

/// <summary>Sends metrics and traces to an OpenTelemetry collector, where one is named; off otherwise. Only FocBot's own, for those of the web server hold
/// addresses.</summary>
static class Telemetry
{
    internal const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    internal static void AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        if (string.IsNullOrEmpty(settings[Endpoint]))
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("focbot"))
            .WithMetrics(metrics => metrics.AddMeter(TurnTelemetry.Name).AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(TurnTelemetry.Name).AddOtlpExporter());
    }
}
