using System.Runtime.InteropServices;

namespace FocBot.Cli;

/// <summary>Ctrl+C and SIGTERM: the first asks the command to end, the second ends the process.</summary>
/// <remarks>System.CommandLine's own handling ends a server two seconds later, whatever it still has to finish.</remarks>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource source = new();
    readonly PosixSignalRegistration[] signals;

    internal Interruption() => signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];

    internal CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var signal in signals)
            signal.Dispose();
        source.Dispose();
    }

    void Stop(PosixSignalContext context)
    {
        if (source.IsCancellationRequested)
            return;
        context.Cancel = true;
        source.Cancel();
    }
}
