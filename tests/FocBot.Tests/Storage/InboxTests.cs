using System.Collections.Concurrent;
using System.Text;
using FocBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FocBot.Tests.Storage;

public sealed class InboxTests
{
    static readonly string[] Channels = ["teams"];

    public static TheoryData<string> Products => TestStorage.Products;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Products))]
    public async Task A_repeat_is_known_for_a_day_also_by_another_process(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var (one, other) = (await storage.OpenAsync(), await storage.OpenAsync());
        Assert.True(await one.GetRequiredService<Inbox>().AcceptAsync(Message("1"), Cancel));
        Assert.False(await other.GetRequiredService<Inbox>().AcceptAsync(Message("1"), Cancel));
        await other.GetRequiredService<Inbox>().CloseAsync(Assert.Single(await ClaimAsync(other)), Outcome.Answered, Cancel);
        storage.Time.Advance(TimeSpan.FromHours(23));
        await one.GetRequiredService<ExpiredRows>().DeleteAsync(Cancel);
        Assert.False(await one.GetRequiredService<Inbox>().AcceptAsync(Message("1"), Cancel));
        Assert.True(await one.GetRequiredService<Inbox>().AcceptAsync(Message("1") with { Conversation = "another" }, Cancel));
        storage.Time.Advance(TimeSpan.FromHours(2));
        await one.GetRequiredService<ExpiredRows>().DeleteAsync(Cancel);
        Assert.True(await one.GetRequiredService<Inbox>().AcceptAsync(Message("1"), Cancel));
    }

    [Theory, MemberData(nameof(Products))]
    public async Task A_conversation_is_answered_in_the_order_of_acceptance_one_at_a_time(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var (one, other) = (await storage.OpenAsync(), await storage.OpenAsync());
        foreach (var text in new[] { "1", "2", "3" })
            await one.GetRequiredService<Inbox>().AcceptAsync(Message(text), Cancel);
        await one.GetRequiredService<Inbox>().AcceptAsync(Message("x") with { Conversation = "another" }, Cancel);

        var first = await ClaimAsync(one);
        Assert.Equal(["1", "x"], first.Select(Text));
        Assert.Empty(await ClaimAsync(other));
        await one.GetRequiredService<Inbox>().CloseAsync(first[0], Outcome.Answered, Cancel);
        Assert.Equal("2", Text(Assert.Single(await ClaimAsync(other))));
        Assert.Empty(await ClaimAsync(one));
    }

    [Theory, MemberData(nameof(Products))]
    public async Task What_waits_for_its_next_try_holds_up_its_own_conversation_only(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var process = await storage.OpenAsync();
        var inbox = process.GetRequiredService<Inbox>();
        await inbox.AcceptAsync(Message("1"), Cancel);
        await inbox.AcceptAsync(Message("2"), Cancel);
        await inbox.PostponeAsync(Assert.Single(await ClaimAsync(process)), TimeSpan.FromMinutes(1), isRefusal: true, "a reply"u8.ToArray(), Cancel);
        await inbox.AcceptAsync(Message("x") with { Conversation = "another" }, Cancel);
        Assert.Equal("x", Text(Assert.Single(await ClaimAsync(process))));

        storage.Time.Advance(TimeSpan.FromMinutes(1));
        var again = (await ClaimAsync(process)).Single(claimed => Text(claimed) == "1");
        Assert.Equal("a reply", Encoding.UTF8.GetString(again.Delivery.Reply!));
        Assert.Equal((1, 1), (again.Attempts, again.Refusals));
    }

    [Theory, MemberData(nameof(Products))]
    public async Task What_a_dead_process_held_is_claimed_by_another_and_counted(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var (dead, alive) = (await storage.OpenAsync(), await storage.OpenAsync());
        await dead.GetRequiredService<Inbox>().AcceptAsync(Message("1"), Cancel);
        var held = Assert.Single(await ClaimAsync(dead));
        storage.Time.Advance(Inbox.LeaseTime / 2);
        await dead.GetRequiredService<Inbox>().RenewLeasesAsync([held.Id], Cancel);
        storage.Time.Advance(Inbox.LeaseTime / 2 + TimeSpan.FromSeconds(1));
        Assert.Empty(await ClaimAsync(alive));

        storage.Time.Advance(Inbox.LeaseTime);
        Assert.Equal(2, Assert.Single(await ClaimAsync(alive)).Attempts);
    }

    [Theory, MemberData(nameof(Products))]
    public async Task What_is_given_back_at_the_end_of_a_process_counts_as_never_begun(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var (one, other) = (await storage.OpenAsync(), await storage.OpenAsync());
        await one.GetRequiredService<Inbox>().AcceptAsync(Message("1"), Cancel);
        await ClaimAsync(one);
        await one.GetRequiredService<Inbox>().ReleaseAllAsync(Cancel);
        Assert.Equal(1, Assert.Single(await ClaimAsync(other)).Attempts);
    }

    [Theory, MemberData(nameof(Products))]
    public async Task A_clock_set_back_delays_nothing(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var process = await storage.OpenAsync();
        await process.GetRequiredService<Inbox>().AcceptAsync(Message("1"), Cancel);
        await process.GetRequiredService<Inbox>()
            .PostponeAsync(Assert.Single(await ClaimAsync(process)), TimeSpan.FromSeconds(2), isRefusal: true, null, Cancel);
        storage.Time.SetClock(-TimeSpan.FromHours(1));
        storage.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("1", Text(Assert.Single(await ClaimAsync(process))));
    }

    [Theory, MemberData(nameof(Products))]
    public async Task Many_processes_share_the_work_and_double_nothing(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var processes = new[] { await storage.OpenAsync(), await storage.OpenAsync(), await storage.OpenAsync() };
        var accepted = Enumerable.Range(0, 120).Select(i => Message($"{i}") with { Conversation = $"{i % 10}" }).ToList();
        await Task.WhenAll(accepted.Select((delivery, i) => processes[i % 3].GetRequiredService<Inbox>().AcceptAsync(delivery, Cancel)));
        var worked = new ConcurrentQueue<(string Conversation, string Text)>();
        await Task.WhenAll(processes.Select(process => Task.Run(async () =>
        {
            var inbox = process.GetRequiredService<Inbox>();
            while (await inbox.CountOpenAsync(Cancel) > 0)
            {
                foreach (var claimed in await ClaimAsync(process))
                {
                    worked.Enqueue((claimed.Delivery.Conversation, Text(claimed)));
                    await inbox.CloseAsync(claimed, Outcome.Answered, Cancel);
                }
            }
        }, Cancel)));
        Assert.Equal(120, worked.Count);
        Assert.Equal(120, worked.Distinct().Count());
    }

    [Theory, MemberData(nameof(Products))]
    public async Task Neither_words_nor_ids_can_be_read_in_the_database(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var process = await storage.OpenAsync();
        var inbox = process.GetRequiredService<Inbox>();
        await inbox.AcceptAsync(new("teams", "a conversation", "an id", "a secret"u8.ToArray()), Cancel);
        await inbox.PostponeAsync(Assert.Single(await ClaimAsync(process)), TimeSpan.FromDays(1), isRefusal: true, "a reply"u8.ToArray(), Cancel);
        await process.GetRequiredService<ConversationHistory>().SaveAsync(new("teams", "an installation", "a conversation", "Ada"), ["a question"], Cancel);
        await process.GetRequiredService<Installations>()
            .SaveSecretAsync("slack", "a workspace", new("a-token", "a-refresh", null), storage.Time.GetUtcNow(), Cancel);
        await process.GetRequiredService<Threads>().AddAsync("slack", "a workspace", "a thread", Cancel);
        await process.GetRequiredService<OneTimeCodes>().AddAsync("a purpose", "Ada", "a-code", "a value", TimeSpan.FromMinutes(1), Cancel);
        await process.GetRequiredService<UserStates>().For("teams", "Ada", "an installation").SetAsync("tour", "stop-seven", Cancel);

        var content = await storage.ContentAsync();
        Assert.Contains("stop-seven", content, StringComparison.Ordinal);
        Assert.All(new[] { "a secret", "a conversation", "an id", "a reply", "a question", "an installation",
            "Ada", "a-token", "a-refresh", "a workspace", "a thread", "a-code", "a value" },
            words => Assert.DoesNotContain(words, content, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_encryption_keys_are_gone_the_rest_goes_on()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        await (await storage.OpenAsync()).GetRequiredService<Inbox>().AcceptAsync(Message("1"), Cancel);
        Directory.Delete(Path.Combine(Path.GetDirectoryName(storage.File)!, "keys"), recursive: true);
        var process = await storage.OpenAsync();
        var inbox = process.GetRequiredService<Inbox>();
        Assert.Empty(await ClaimAsync(process));
        Assert.True(await inbox.AcceptAsync(Message("2"), Cancel));
        Assert.Equal("2", Text(Assert.Single(await ClaimAsync(process))));
        Assert.Equal(1, await inbox.CountOpenAsync(Cancel));
    }

    internal static Delivery Message(string text) => new("teams", "a conversation", text, Encoding.UTF8.GetBytes(text));

    static Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(ServiceProvider process) => process.GetRequiredService<Inbox>().ClaimAsync(Channels, 10, Cancel);

    static string Text(ClaimedDelivery claimed) => Encoding.UTF8.GetString(claimed.Delivery.Payload);
}
