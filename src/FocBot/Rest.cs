using System.Runtime.InteropServices;

namespace FocBot;

/// <summary>After work, gives the memory back to the machine that it needed: garbage, and what the compiler and other native code freed.</summary>
sealed class Rest(TimeProvider time, Action giveBack) : BackgroundService
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    // Bytes allocated in an interval: less is no work.
    const long Work = 4 * 1024 * 1024;

    // The compiler lets go of its memory only some rounds after it needed it.
    const int Rounds = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (before, rounds) = (GC.GetTotalAllocatedBytes(), 0);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            rounds = now - before >= Work ? Rounds : rounds - 1;
            before = now;
            if (rounds > 0)
                giveBack();
        }
    }

    internal static void GiveBack()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = Native.Trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Only glibc has it, and only glibc needs it.
        }
    }
}

static partial class Native
{
    /// <summary>Returns freed memory to the system, but for <paramref name="kept"/> bytes.</summary>
    /// <remarks>Source: https://man7.org/linux/man-pages/man3/malloc_trim.3.html.</remarks>
    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Trim(nuint kept);
}
