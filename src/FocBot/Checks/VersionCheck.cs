using System.Runtime.CompilerServices;
using FocBot.Channels;

namespace FocBot.Checks;

/// <summary>Which version runs. The manifests carry the same.</summary>
sealed class VersionCheck : IHealthCheck
{
    public async IAsyncEnumerable<Check> CheckAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        yield return new(true, $"FocBot {ProductVersion.Text} on .NET {Environment.Version}.");
    }
}
