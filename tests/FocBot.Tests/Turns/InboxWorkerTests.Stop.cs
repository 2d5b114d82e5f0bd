using FocBot.Storage;
using FocBot.Tests.Storage;

namespace FocBot.Tests.Turns;

/// <summary>What a stop does with what is being answered, and with what waits.</summary>
public sealed partial class InboxWorkerTests
{
    [Theory, MemberData(nameof(Products))]
    public async Task A_stop_takes_nothing_new_finishes_what_is_being_sent_and_leaves_the_rest_to_others(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var (begun, finish, isCutShort) = (new TaskCompletionSource(), new TaskCompletionSource(), false);
        var channel = new FakeChannel
        {
            HandleWith = async (_, cancel) =>
            {
                using var cuts = cancel.Register(() => isCutShort = true);
                begun.TrySetResult();
                await finish.Task;
            },
        };
        var (worker, inbox) = await StartAsync(storage, channel);
        await inbox.AcceptAsync(Message("1"), Cancel);
        await begun.Task.WaitAsync(Cancel);
        var (until, stopping) = (storage.Time.GetUtcNow() + TimeSpan.FromSeconds(10), worker.StopAsync(CancellationToken.None));
        await inbox.AcceptAsync(Message("2"), Cancel);
        await DriveAsync(storage, () => Task.FromResult(storage.Time.GetUtcNow() >= until), isHanging: true);
        Assert.False(isCutShort || stopping.IsCompleted);
        finish.SetResult();
        await stopping;
        Assert.Equal("1", Assert.Single(channel.Handled).Id);

        var other = new FakeChannel();
        var (_, rest) = await StartAsync(storage, other);
        await DriveAsync(storage, rest);
        Assert.Equal("2", Assert.Single(other.Handled).Id);
    }

    [Fact]
    public async Task What_hangs_at_a_stop_is_given_back_within_twenty_seconds()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        var (begun, givenBack) = (new TaskCompletionSource(), default(DateTimeOffset?));
        var channel = new FakeChannel
        {
            HandleWith = async (_, cancel) =>
            {
                using var givesBack = cancel.Register(() => givenBack = storage.Time.GetUtcNow());
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancel);
            },
        };
        var (worker, inbox) = await StartAsync(storage, channel);
        await inbox.AcceptAsync(Message("1"), Cancel);
        await begun.Task.WaitAsync(Cancel);
        var (began, stopping) = (storage.Time.GetUtcNow(), worker.StopAsync(CancellationToken.None));
        await DriveAsync(storage, () => Task.FromResult(stopping.IsCompleted), isHanging: true);
        Assert.InRange((givenBack!.Value - began).TotalSeconds, 0, 20);
        Assert.Equal(0, await storage.CountAsync("SELECT COUNT(*) FROM inbox WHERE lease_owner IS NOT NULL"));
        // Its own limit may have ended it before the stop did: then it comes again a little later.
        storage.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await inbox.ClaimAsync(["fake"], 1, Cancel));
    }
}
