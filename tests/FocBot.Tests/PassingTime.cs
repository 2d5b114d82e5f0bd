using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests;

static class PassingTime
{
    /// <summary>Lets time pass until something has happened: what waits for minutes waits for milliseconds.</summary>
    internal static async Task PassUntilAsync(this FakeTimeProvider time, Task happened)
    {
        while (!happened.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(0.5));
            await Task.WhenAny(happened, Task.Delay(20, TestContext.Current.CancellationToken));
        }

        await happened;
    }
}
