using System.Runtime.CompilerServices;
using FocBot.Channels;
using FocBot.Storage;

namespace FocBot.Checks;

/// <summary>The database: opened, its schema brought up to date, read.</summary>
sealed class StorageCheck(IServiceProvider services) : IHealthCheck
{
    public async IAsyncEnumerable<Check> CheckAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        yield return await OpenAsync(cancel);
    }

    async Task<Check> OpenAsync(CancellationToken cancel)
    {
        try
        {
            // Asked for here and not in the constructor: a file that cannot be written is a finding.
            var database = services.GetRequiredService<IDatabase>();
            await database.ReadTimeAsync(0, cancel);
            return new(true, $"Storage: the {database.Product} database answers.");
        }
        catch (Exception fault) when (fault is StorageUnavailableException or IOException)
        {
            return new(false, $"Storage: {fault.Message}",
                "Correct Storage:File or Storage:ConnectionString, or restore the database from its backup: docs/operations.md, Storage.");
        }
    }
}
