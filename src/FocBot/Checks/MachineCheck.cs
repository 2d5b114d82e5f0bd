using System.Runtime.CompilerServices;
using FocBot.Channels;

namespace FocBot.Checks;

/// <summary>The machine: room on the disk, and a clock that can be right. A channel compares the clock with its vendor's.</summary>
sealed class MachineCheck(IConfiguration settings, TimeProvider time) : IHealthCheck
{
    const long MiB = 1024 * 1024, FewestBytes = 200 * MiB, ScarceBytes = 1024 * MiB;

    public async IAsyncEnumerable<Check> CheckAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        var built = File.GetLastWriteTimeUtc(Path.Combine(AppContext.BaseDirectory, "focbot.dll"));
        yield return time.GetUtcNow() > built.AddDays(-1)
            ? new(true, $"Clock: {time.GetUtcNow():yyyy-MM-dd HH:mm} UTC.")
            : new(false, $"The clock says {time.GetUtcNow():yyyy-MM-dd}, which is before this program was built.", "Set the clock (timedatectl set-ntp true).");
        yield return Disk(BotStartup.IndexFolderOf(settings));
    }

    static Check Disk(string folder)
    {
        try
        {
            var free = new DriveInfo(Existing(folder)).AvailableFreeSpace;
            var found = $"Disk: {free / MiB} MB free at {folder}.";
            const string Next = "Make room, or set Search:IndexFolder and Storage:File to another disk.";
            return free < FewestBytes ? new(false, found, Next) : free < ScarceBytes ? new(null, found, Next) : new(true, found);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new(null, $"Disk: the free room at {folder} can't be read ({fault.Message}).");
        }
    }

    // A folder that is made later lies on the disk of the nearest one that exists.
    static string Existing(string folder)
    {
        var nearest = new DirectoryInfo(folder);
        while (!nearest.Exists && nearest.Parent is { } parent)
            nearest = parent;
        return nearest.FullName;
    }
}
