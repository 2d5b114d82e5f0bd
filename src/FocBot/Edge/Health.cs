using FocBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FocBot.Edge;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can take deliveries: the storage is there, and it is not stopping.</summary>
static class Health
{
    internal static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<Readiness>("storage");

    internal static void MapHealth(this WebApplication app)
    {
        foreach (var live in new[] { "/health", "/health/live" })
            app.MapGet(live, () => TypedResults.Text("ok")).DisableRateLimiting().ExcludeFromDescription();
        app.MapHealthChecks("/health/ready").DisableRateLimiting().ExcludeFromDescription();
    }

    sealed class Readiness(Inbox inbox, IHostApplicationLifetime lifetime) : Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                return HealthCheckResult.Unhealthy();
            try
            {
                await inbox.CountOpenAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (StorageUnavailableException)
            {
                return HealthCheckResult.Unhealthy();
            }
        }
    }
}
