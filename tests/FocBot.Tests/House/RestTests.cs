using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.House;

public sealed class RestTests
{
    [Fact]
    public async Task Memory_is_given_back_after_work()
    {
        var time = new FakeTimeProvider();
        var given = new TaskCompletionSource();
        using var rest = new Rest(time, () => given.TrySetResult());
        await rest.StartAsync(TestContext.Current.CancellationToken);

        for (var work = Array.Empty<byte>(); !given.Task.IsCompleted; work = new byte[8 * 1024 * 1024])
        {
            time.Advance(Rest.Interval);
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        await rest.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Giving_back_works_on_this_system_whatever_it_is() => Rest.GiveBack();
}
