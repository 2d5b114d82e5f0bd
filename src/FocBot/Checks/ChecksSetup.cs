using FocBot.Channels;

namespace FocBot.Checks;

static class ChecksSetup
{
    /// <summary>Adds what <c>focbot doctor</c> looks at beside the channels, in this order.</summary>
    internal static void AddChecks(this IServiceCollection services)
    {
        services.AddSingleton<IHealthCheck, VersionCheck>();
        services.AddSingleton<IHealthCheck, ContentCheck>();
        services.AddSingleton<IHealthCheck, EncoderCheck>();
        services.AddSingleton<IHealthCheck, StorageCheck>();
        services.AddSingleton<IHealthCheck, MachineCheck>();
        services.AddSingleton<IHealthCheck, AddressCheck>();
    }
}
