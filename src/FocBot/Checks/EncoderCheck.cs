using System.Runtime.CompilerServices;
using FocBot.Channels;
using FocBot.Search.Searching;

namespace FocBot.Checks;

/// <summary>The sentence encoder: whether it is on, and whether this machine can load it.</summary>
sealed class EncoderCheck(IConfiguration settings) : IHealthCheck
{
    public async IAsyncEnumerable<Check> CheckAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        yield return Of(BotStartup.UsesEncoder(settings), LuceneSearch.EncoderFault);
    }

    /// <param name="isOn">Whether the settings want it.</param>
    /// <param name="load">Loads it; gives what hinders that.</param>
    internal static Check Of(bool isOn, Func<string?> load) =>
        !isOn ? new(null, "Encoder: off (Search:Encoder). Questions are answered by their words alone, some less well.",
                "Set Search:Encoder to true where the machine has 340 MB of memory to spare.")
        : load() is { } fault ? new(false, $"Encoder: it can't be loaded here ({fault}).",
            "Publish for this machine's system and processor (dotnet publish -r), or set Search:Encoder to false.")
        : new(true, "Encoder: it loads.");
}
