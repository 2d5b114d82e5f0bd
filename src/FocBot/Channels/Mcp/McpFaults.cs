using System.Text.Json;
using ModelContextProtocol;

namespace FocBot.Channels.Mcp;

/// <summary>Logs what goes wrong in a tool on this side, without a word of the call: the package's own lines, which hold words, are off.</summary>
sealed partial class McpFaults(ILogger<McpFaults> log)
{
    internal async ValueTask<T> WatchAsync<T>(Func<ValueTask<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception fault) when (!IsCallers(fault))
        {
            Failed(fault.GetType().Name, fault.StackTrace);
            throw;
        }
    }

    // Arguments that are missing or of another form are told to the caller, as is what a tool refuses.
    static bool IsCallers(Exception fault) => fault is McpException or OperationCanceledException or ArgumentException or JsonException;

    [LoggerMessage(Level = LogLevel.Error, Message = "mcp: a tool failed: {Fault}\n{Trace}")]
    partial void Failed(string fault, string? trace);
}
