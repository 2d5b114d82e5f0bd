using Dapper;
using FocBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FocBot.Tests.Storage;

/// <summary>What is stored beside the inbox: who shares it, when it ends, what deletes it.</summary>
public sealed class StoreTests
{
    static readonly ConversationKey Conversation = new("teams", "an installation", "a conversation", "Ada");

    public static TheoryData<string> Products => TestStorage.Products;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Products))]
    public async Task A_follow_up_is_understood_by_any_process_for_half_an_hour(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var (one, other) = (await History(storage), await History(storage));
        await one.SaveAsync(Conversation, ["first"], Cancel);
        Assert.Equal(["first"], await other.FindAsync(Conversation, Cancel));
        Assert.Empty(await other.FindAsync(Conversation with { User = "Grace" }, Cancel));
        storage.Time.Advance(TimeSpan.FromMinutes(29));
        await other.SaveAsync(Conversation, ["first", "second"], Cancel);
        storage.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(["first", "second"], await one.FindAsync(Conversation, Cancel));
        storage.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Empty(await one.FindAsync(Conversation, Cancel));
    }

    [Theory, MemberData(nameof(Products))]
    public async Task Forgetting_leaves_nothing_of_the_person_in_the_database(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var process = await storage.OpenAsync();
        var ada = process.GetRequiredService<UserStates>().For("teams", "Ada", "an installation");
        var grace = process.GetRequiredService<UserStates>().For("teams", "Grace", "an installation");
        await ada.SetAsync("quiz", "ada-was-here", Cancel);
        await grace.SetAsync("quiz", "grace-was-here", Cancel);
        await process.GetRequiredService<ConversationHistory>().SaveAsync(Conversation, ["first"], Cancel);
        var code = await ada.CreateCodeAsync(Cancel);
        Assert.NotNull(code);

        await ada.ForgetAsync(Cancel);
        Assert.Empty(await ada.GetAllAsync(Cancel));
        Assert.Empty(await process.GetRequiredService<ConversationHistory>().FindAsync(Conversation, Cancel));
        Assert.False(await grace.RedeemCodeAsync(code, Cancel));
        var content = await storage.ContentAsync();
        Assert.DoesNotContain("ada-was-here", content, StringComparison.Ordinal);
        Assert.Contains("grace-was-here", content, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Products))]
    public async Task A_removal_deletes_all_that_was_stored_for_the_installation_and_nothing_else(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var process = await storage.OpenAsync();
        var (installations, threads) = (process.GetRequiredService<Installations>(), process.GetRequiredService<Threads>());
        var (users, history) = (process.GetRequiredService<UserStates>(), process.GetRequiredService<ConversationHistory>());
        foreach (var name in new[] { "removed", "other" })
        {
            await installations.SaveSecretAsync("slack", name, new($"token of {name}", null, null), storage.Time.GetUtcNow(), Cancel);
            await threads.AddAsync("slack", name, $"thread of {name}", Cancel);
            await users.For("slack", $"person of {name}", name).SetAsync("tour", "3", Cancel);
            await history.SaveAsync(new("slack", name, "a conversation", $"person of {name}"), ["first"], Cancel);
        }

        Assert.True(await installations.RemoveAsync("slack", "removed", storage.Time.GetUtcNow(), Cancel));
        foreach (var (name, isThere) in new[] { ("removed", false), ("other", true) })
        {
            Assert.Equal(isThere, await installations.HasAsync("slack", name, Cancel));
            Assert.Equal(isThere, await installations.FindSecretAsync("slack", name, Cancel) is not null);
            Assert.Equal(isThere, await threads.HasAsync("slack", $"thread of {name}", Cancel));
            Assert.Equal(isThere, await users.For("slack", $"person of {name}", name).GetAsync("tour", Cancel) is not null);
            Assert.Equal(isThere, (await history.FindAsync(new("slack", name, "a conversation", $"person of {name}"), Cancel)).Count > 0);
        }
    }

    [Theory, MemberData(nameof(Products))]
    public async Task A_late_repeat_of_an_old_removal_does_not_delete_a_new_install(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var installations = (await storage.OpenAsync()).GetRequiredService<Installations>();
        var removed = storage.Time.GetUtcNow();
        await installations.SaveSecretAsync("slack", "a workspace", new("new", null, null), removed + TimeSpan.FromSeconds(1), Cancel);
        Assert.False(await installations.RemoveAsync("slack", "a workspace", removed, Cancel));
        Assert.Equal("new", (await installations.FindSecretAsync("slack", "a workspace", Cancel))!.Token);
    }

    [Theory, MemberData(nameof(Products))]
    public async Task A_renewal_does_not_make_an_install_newer_and_brings_no_removed_one_back(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var installations = (await storage.OpenAsync()).GetRequiredService<Installations>();
        var installed = storage.Time.GetUtcNow();
        await installations.SaveSecretAsync("slack", "a workspace", new("old", "refresh", null), installed, Cancel);
        await installations.RenewSecretAsync("slack", "a workspace", new("renewed", "refresh", null), Cancel);
        Assert.Equal("renewed", (await installations.FindSecretAsync("slack", "a workspace", Cancel))!.Token);

        Assert.True(await installations.RemoveAsync("slack", "a workspace", installed, Cancel));
        await installations.RenewSecretAsync("slack", "a workspace", new("late", "refresh", null), Cancel);
        Assert.False(await installations.HasAsync("slack", "a workspace", Cancel));
    }

    [Theory, MemberData(nameof(Products))]
    public async Task One_of_all_processes_renews_a_token(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var (one, other) = ((await storage.OpenAsync()).GetRequiredService<Installations>(), (await storage.OpenAsync()).GetRequiredService<Installations>());
        await one.SaveSecretAsync("slack", "a workspace", new("old", "refresh", storage.Time.GetUtcNow()), storage.Time.GetUtcNow(), Cancel);
        var claims = await Task.WhenAll(one.ClaimRenewalAsync("slack", "a workspace", Cancel), other.ClaimRenewalAsync("slack", "a workspace", Cancel));
        Assert.Single(claims, claimed => claimed);
        storage.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await other.ClaimRenewalAsync("slack", "a workspace", Cancel));
    }

    [Theory, MemberData(nameof(Products))]
    public async Task A_thread_in_which_nothing_is_said_for_a_week_is_forgotten(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var process = await storage.OpenAsync();
        var threads = process.GetRequiredService<Threads>();
        await threads.AddAsync("slack", "a workspace", "a thread", Cancel);
        storage.Time.Advance(TimeSpan.FromDays(6));
        await threads.AddAsync("slack", "a workspace", "a thread", Cancel);
        storage.Time.Advance(TimeSpan.FromDays(6));
        Assert.True(await threads.HasAsync("slack", "a thread", Cancel));
        storage.Time.Advance(TimeSpan.FromDays(2));
        Assert.False(await threads.HasAsync("slack", "a thread", Cancel));
    }

    [Theory, MemberData(nameof(Products))]
    public async Task A_code_is_good_once_for_whoever_comes_first(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var (one, other) = ((await storage.OpenAsync()).GetRequiredService<OneTimeCodes>(), (await storage.OpenAsync()).GetRequiredService<OneTimeCodes>());
        await one.AddAsync("install", "a browser", "a code", "a value", TimeSpan.FromMinutes(10), Cancel);
        var redeemed = await Task.WhenAll(one.RedeemAsync("install", "a code", Cancel), other.RedeemAsync("install", "a code", Cancel));
        Assert.Equal("a value", Assert.Single(redeemed, value => value is not null));
        await one.AddAsync("install", "a browser", "late", "a value", TimeSpan.FromMinutes(10), Cancel);
        storage.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(await one.RedeemAsync("install", "late", Cancel));
    }

    [Theory, MemberData(nameof(Products))]
    public async Task Progress_is_taken_along_and_expires_where_nobody_comes_back(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var process = await storage.OpenAsync();
        var users = process.GetRequiredService<UserStates>();
        var visitor = users.For("web", "a cookie", "web", TimeSpan.FromDays(1));
        await visitor.SetAsync("tour", "3", Cancel);
        var code = await visitor.CreateCodeAsync(Cancel);
        var ada = users.For("teams", "Ada", "an installation");
        Assert.True(await ada.RedeemCodeAsync(code!, Cancel));
        Assert.False(await ada.RedeemCodeAsync(code!, Cancel));
        Assert.Equal("3", await ada.GetAsync("tour", Cancel));

        await users.ExtendAsync("web", "a cookie", TimeSpan.FromDays(365), Cancel);
        storage.Time.Advance(TimeSpan.FromDays(364));
        await process.GetRequiredService<ExpiredRows>().DeleteAsync(Cancel);
        Assert.Equal("3", await visitor.GetAsync("tour", Cancel));
        storage.Time.Advance(TimeSpan.FromDays(2));
        await process.GetRequiredService<ExpiredRows>().DeleteAsync(Cancel);
        Assert.Null(await visitor.GetAsync("tour", Cancel));
        Assert.Equal("3", await ada.GetAsync("tour", Cancel));
    }

    [Theory, MemberData(nameof(Products))]
    public async Task What_is_too_old_leaves_no_row(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var process = await storage.OpenAsync();
        await process.GetRequiredService<ConversationHistory>().SaveAsync(Conversation, ["first"], Cancel);
        await process.GetRequiredService<Threads>().AddAsync("slack", "a workspace", "a thread", Cancel);
        await process.GetRequiredService<OneTimeCodes>().AddAsync("install", "a browser", "a code", "a value", TimeSpan.FromMinutes(10), Cancel);
        await process.GetRequiredService<UserStates>().For("web", "a cookie", "web", TimeSpan.FromDays(1)).SetAsync("tour", "3", Cancel);
        var inbox = process.GetRequiredService<Inbox>();
        await inbox.AcceptAsync(InboxTests.Message("1"), Cancel);
        await inbox.CloseAsync(Assert.Single(await inbox.ClaimAsync(["teams"], 1, Cancel)), Outcome.Answered, Cancel);
        // Of what is answered only the hash stays, against repeats.
        Assert.Equal(0, await storage.CountAsync("SELECT COUNT(*) FROM inbox WHERE payload IS NOT NULL OR reply IS NOT NULL"));

        storage.Time.Advance(TimeSpan.FromDays(8));
        await process.GetRequiredService<ExpiredRows>().DeleteAsync(Cancel);
        foreach (var table in new[] { "histories", "threads", "one_time_codes", "user_states", "inbox" })
            Assert.Equal((table, 0), (table, await storage.CountAsync($"SELECT COUNT(*) FROM {table}")));
    }

    [Theory, MemberData(nameof(Products))]
    public async Task An_id_has_another_hash_in_every_database_so_that_trying_ids_out_finds_nobody(string product)
    {
        var (persons, deliveries) = (new List<string>(), new List<string>());
        for (var i = 0; i < 2; i++)
        {
            await using var storage = await TestStorage.CreateAsync(product);
            var process = await storage.OpenAsync();
            await process.GetRequiredService<UserStates>().For("teams", "Ada", "an installation").SetAsync("tour", "3", Cancel);
            await process.GetRequiredService<Inbox>().AcceptAsync(InboxTests.Message("1"), Cancel);
            persons.Add(await HashAsync(process, "SELECT person FROM user_states"));
            deliveries.Add(await HashAsync(process, "SELECT delivery FROM inbox"));
        }

        Assert.Equal(2, persons.Distinct().Count());
        Assert.Equal(2, deliveries.Distinct().Count());
    }

    [Theory, MemberData(nameof(Products))]
    public async Task Processes_that_start_together_on_a_new_database_agree(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        var processes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(storage.OpenAsync, Cancel)));
        var accepted = await Task.WhenAll(processes.Select(process => process.GetRequiredService<Inbox>().AcceptAsync(InboxTests.Message("1"), Cancel)));
        Assert.Single(accepted, isNew => isNew);
    }

    static async Task<string> HashAsync(ServiceProvider process, string query) => Convert.ToHexString(
        (await process.GetRequiredService<IDatabase>().ReadAsync(connection => connection.ExecuteScalarAsync<byte[]>(query), Cancel))!);

    static async Task<ConversationHistory> History(TestStorage storage) => (await storage.OpenAsync()).GetRequiredService<ConversationHistory>();
}
