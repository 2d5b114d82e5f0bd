using DbUp;
using DbUp.Builder;

namespace FocBot.Storage;

/// <summary>Brings the schema up to date, once in a process: the numbered scripts in <c>Migrations</c>, each in a transaction.</summary>
sealed class SchemaMigration(string folder, Func<UpgradeEngineBuilder> target) : IDisposable
{
    readonly SemaphoreSlim gate = new(1);
    volatile bool isDone;

    /// <summary>Does nothing once it has succeeded; a failure is thrown, and the next caller tries again.</summary>
    internal async ValueTask EnsureAsync(Func<Func<Task>, CancellationToken, Task> exclusively, CancellationToken cancel)
    {
        if (isDone)
            return;
        await gate.WaitAsync(cancel);
        try
        {
            if (isDone)
                return;
            await exclusively(() => Task.Run(Run, cancel), cancel);
            isDone = true;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    void Run()
    {
        var result = target()
            .WithScriptsEmbeddedInAssembly(typeof(SchemaMigration).Assembly, script => script.Contains($".Migrations.{folder}.", StringComparison.Ordinal))
            .WithVariablesDisabled().WithTransactionPerScript().LogToNowhere().Build().PerformUpgrade();
        if (!result.Successful)
            throw result.Error;
    }
}
