using System.Collections.Concurrent;
using System.Text;
using FocBot.Storage;
using FocBot.Tests.Storage;
using FocBot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FocBot.Tests.Turns;

/// <summary>What becomes of an accepted delivery, whatever the channel, the turn or the process do.</summary>
public sealed partial class InboxWorkerTests : IDisposable
{
    public static TheoryData<string> Products => TestStorage.Products;

    [Theory, MemberData(nameof(Products))]
    public async Task What_the_channel_refuses_is_sent_again_until_it_takes_it_in_the_same_words(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var tries = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var channel = new FakeChannel
        {
            Handle = delivery => tries.AddOrUpdate(delivery.Id, 1, (_, count) => count + 1) < 6
                ? throw new ReplyRefusedException("503") { Reply = delivery.Reply ?? "the words"u8.ToArray() }
                : Task.CompletedTask,
        };
        var (_, inbox) = await StartAsync(storage, channel);
        for (var i = 0; i < 20; i++)
            await inbox.AcceptAsync(Message($"{i}", $"{i}"), Cancel);
        await DriveAsync(storage, inbox);
        Assert.Equal(20, channel.Handled.Count);
        Assert.All(channel.Handled, delivery => Assert.Equal("the words", Encoding.UTF8.GetString(delivery.Reply!)));
        Assert.Empty(channel.Apologies);
    }

    [Theory, MemberData(nameof(Products))]
    public async Task A_waiting_conversation_keeps_its_order_and_holds_up_no_other(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var isRefusing = true;
        var channel = new FakeChannel
        {
            Handle = delivery => isRefusing && delivery.Id != "x" ? throw new ReplyRefusedException("429", TimeSpan.FromMinutes(10)) : Task.CompletedTask
        };
        var (_, inbox) = await StartAsync(storage, channel);
        foreach (var (id, conversation) in new[] { ("1", "slow"), ("2", "slow"), ("3", "slow"), ("x", "other") })
            await inbox.AcceptAsync(Message(id, conversation), Cancel);
        await DriveAsync(storage, () => Task.FromResult(channel.Handled.Any(delivery => delivery.Id == "x")));
        Assert.Equal("x", Assert.Single(channel.Handled).Id);
        isRefusing = false;
        await DriveAsync(storage, inbox);
        Assert.Equal(["x", "1", "2", "3"], channel.Handled.Select(delivery => delivery.Id));
    }

    [Fact]
    public async Task The_time_that_the_channel_wants_is_kept_but_for_longer_than_a_quarter_of_an_hour()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        var waits = new ConcurrentQueue<TimeSpan>([TimeSpan.FromSeconds(40), TimeSpan.FromHours(5)]);
        var times = new List<DateTimeOffset>();
        var channel = new FakeChannel
        {
            Handle = _ =>
            {
                times.Add(storage.Time.GetUtcNow());
                return waits.TryDequeue(out var wait) ? throw new ReplyRefusedException("429", wait) : Task.CompletedTask;
            },
        };
        var (_, inbox) = await StartAsync(storage, channel);
        await inbox.AcceptAsync(Message("1"), Cancel);
        await DriveAsync(storage, inbox);
        Assert.InRange((times[1] - times[0]).TotalSeconds, 40, 60);
        Assert.InRange((times[2] - times[1]).TotalMinutes, 15, 16);
    }

    [Fact]
    public async Task What_the_channel_refuses_for_a_day_is_given_up_and_what_it_refuses_for_good_at_once()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        var channel = new FakeChannel { Handle = delivery => throw new ReplyRefusedException("403", isPermanent: delivery.Id == "for good") };
        var (_, inbox) = await StartAsync(storage, channel);
        await inbox.AcceptAsync(Message("for good", "1"), Cancel);
        await inbox.AcceptAsync(Message("for a day", "2"), Cancel);
        await DriveAsync(storage, inbox, TimeSpan.FromMinutes(5));
        Assert.Single(channel.Begun, delivery => delivery.Id == "for good");
        Assert.InRange(channel.Begun.Count(delivery => delivery.Id == "for a day"), 90, 110);
        Assert.Empty(channel.Apologies);
        Assert.Single(logs.Lines, line => line is { Level: LogLevel.Error } && line.Text.Contains("for a day and is given up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_may_have_been_taken_is_sent_three_times_at_most_and_never_denied()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        var channel = new FakeChannel { Handle = _ => throw new ReplyUncertainException(new TimeoutException()) };
        var (_, inbox) = await StartAsync(storage, channel);
        await inbox.AcceptAsync(Message("1"), Cancel);
        await DriveAsync(storage, inbox);
        Assert.Equal(3, channel.Begun.Count);
        Assert.Empty(channel.Apologies);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_turn_that_fails_is_told_to_its_person_once_also_where_telling_fails_at_first(bool isRefused)
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        var tries = 0;
        var channel = new FakeChannel
        {
            Handle = _ => throw new InvalidOperationException("a secret"),
            Apologize = _ => ++tries > 1 ? Task.CompletedTask : throw (isRefused ? new ReplyRefusedException("503") : new InvalidOperationException()),
        };
        var (_, inbox) = await StartAsync(storage, channel);
        await inbox.AcceptAsync(Message("1"), Cancel);
        await DriveAsync(storage, inbox);
        Assert.Single(channel.Apologies);
    }

    [Theory, MemberData(nameof(Products))]
    public async Task What_ends_the_process_is_tried_three_times_then_set_aside_and_told(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var (first, second, third, last) = (await storage.OpenAsync(), await storage.OpenAsync(), await storage.OpenAsync(), await storage.OpenAsync());
        await first.GetRequiredService<Inbox>().AcceptAsync(Message("poison"), Cancel);
        foreach (var dying in new[] { first, second, third })
        {
            // Claimed, and never heard of again.
            Assert.Single(await dying.GetRequiredService<Inbox>().ClaimAsync(["fake"], 1, Cancel));
            storage.Time.Advance(Inbox.LeaseTime + TimeSpan.FromSeconds(1));
        }

        var channel = new FakeChannel();
        var (_, inbox) = await StartAsync(storage, channel, last);
        await DriveAsync(storage, inbox);
        Assert.Empty(channel.Begun);
        var reference = Assert.Single(channel.Apologies);
        Assert.Contains(logs.Lines, line => line is { Level: LogLevel.Error } && line.Text.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_turn_without_end_is_left_three_times_told_and_ends_the_program_in_order()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        var (never, limits) = (new TaskCompletionSource(), 0);
        var channel = new FakeChannel { Handle = delivery => delivery.Id == "endless" ? never.Task : Task.CompletedTask };
        storage.Time.TimerCreated += (_, due) => Interlocked.Add(ref limits, due == TurnLimit.Delivery ? 1 : 0);
        var (_, inbox) = await StartAsync(storage, channel);
        await inbox.AcceptAsync(Message("other", "2"), Cancel);
        await DriveAsync(storage, inbox);
        await inbox.AcceptAsync(Message("endless", "1"), Cancel);
        await DriveAsync(storage, () => Task.FromResult(limits == 4 || !channel.Apologies.IsEmpty), TimeSpan.FromSeconds(3), isHanging: true);
        // The third try ends; telling its person takes no time.
        storage.Time.Advance(TurnLimit.Delivery);
        await DriveAsync(storage, inbox);
        Assert.Equal(3, channel.Begun.Count(delivery => delivery.Id == "endless"));
        Assert.Single(channel.Handled, delivery => delivery.Id == "other");
        Assert.Single(channel.Apologies);
        lifetime.Verify(host => host.StopApplication());
        Environment.ExitCode = 0;
        never.SetResult();
    }

    [Fact]
    public async Task However_much_waits_only_a_bounded_part_of_it_is_in_memory()
    {
        const int waiting = 150, length = 90_000, most = 100;
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        var finish = new TaskCompletionSource();
        var channel = new FakeChannel { Handle = _ => finish.Task };
        var (_, inbox) = await StartAsync(storage, channel);
        await Task.WhenAll(Enumerable.Range(0, waiting).Select(i => inbox.AcceptAsync(Message($"{i}", $"{i}") with { Payload = new byte[length] }, Cancel)));
        // No time passes: turns that take too long would be begun again.
        while (channel.Begun.Count < most)
            await Task.Yield();
        for (var i = 0; i < 3; i++)
            await DriveAsync(storage, InboxWorker.PollInterval);
        Assert.InRange(channel.Begun.Sum(delivery => delivery.Payload.Length), 1, most * length);
        finish.SetResult();
    }

    [Fact]
    public async Task Two_workers_on_one_database_double_nothing_and_keep_the_order()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        var channel = new FakeChannel();
        var (inbox, other) = ((await StartAsync(storage, channel)).Inbox, (await StartAsync(storage, channel)).Inbox);
        for (var i = 0; i < 60; i++)
            await (i % 2 == 0 ? inbox : other).AcceptAsync(Message($"{i}", $"{i % 3}"), Cancel);
        await DriveAsync(storage, inbox);
        Assert.Equal(60, channel.Handled.Count);
        foreach (var conversation in channel.Handled.GroupBy(delivery => delivery.Conversation))
            Assert.Equal(conversation.Select(delivery => int.Parse(delivery.Id, null)).Order(), conversation.Select(delivery => int.Parse(delivery.Id, null)));
    }
}
