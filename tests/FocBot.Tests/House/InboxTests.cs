using System.Data.Common;
using System.Text;
using FocBot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.House;

public sealed class InboxTests
{
    readonly string file = Path.Combine(Directory.CreateTempSubdirectory("focbot").FullName, "focbot.db");
    readonly FakeTimeProvider time = new();
    IDataProtectionProvider keys = new EphemeralDataProtectionProvider();

    [Fact]
    public async Task What_is_not_answered_comes_again_in_the_order_it_came_in()
    {
        var came = Enumerable.Range(0, 40).Select(i => Message($"{i}")).ToList();
        await Open(async inbox =>
        {
            Assert.All(await Task.WhenAll(came.Select(delivery => Accept(inbox, delivery))), Assert.True);
            inbox.Done(came[3]);
            inbox.Done(came[39]);
        });
        await Open(inbox =>
        {
            var pending = inbox.Pending();
            Assert.Equal(came.Where((_, i) => i is not (3 or 39)).Select(Words), pending.Select(Words));
            Assert.All(pending, delivery => Assert.Equal(("teams", "a conversation"), (delivery.Channel, delivery.Conversation)));
            inbox.Done(pending[0]);
            return Task.CompletedTask;
        });
        await Open(inbox =>
        {
            Assert.Equal(came.Where((_, i) => i is not (0 or 3 or 39)).Select(Words), inbox.Pending().Select(Words));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task What_is_new_is_worked_in_the_order_in_which_it_is_written()
    {
        var (came, worked) = (Enumerable.Range(0, 200).Select(i => Message($"{i}")).ToList(), new List<string>());
        await Open(inbox => Task.WhenAll(came.Append(came[7]).Select(delivery => inbox.Accept(delivery, its => worked.Add(Words(its))))));
        Assert.Equal(came.Select(Words), worked);
    }

    [Fact]
    public async Task The_order_holds_also_where_the_clock_was_set_back()
    {
        await Open(inbox => Accept(inbox, Message("1")));
        time.AdjustTime(time.GetUtcNow() - TimeSpan.FromHours(1));
        await Open(inbox => Accept(inbox, Message("2")));
        await Open(inbox =>
        {
            Assert.Equal(["1", "2"], inbox.Pending().Select(Words));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task What_could_not_be_written_is_told_and_what_was_done_is_noted_later()
    {
        using var database = new Database(file);
        await using (var inbox = new Inbox(database, new(keys), time, NullLogger<Inbox>.Instance))
        {
            Assert.True(await Accept(inbox, Message("1")));
            database.Execute("ALTER TABLE deliveries RENAME TO elsewhere");
            inbox.Done(Message("1"));
            await Assert.ThrowsAnyAsync<DbException>(() => Accept(inbox, Message("2")));
            database.Execute("ALTER TABLE elsewhere RENAME TO deliveries");
            Assert.True(await Accept(inbox, Message("2")));
            Assert.Equal("2", Words(Assert.Single(inbox.Pending())));
        }
    }

    [Fact]
    public async Task Much_that_could_not_be_noted_as_done_keeps_nobody_waiting()
    {
        using var database = new Database(file);
        await using var inbox = new Inbox(database, new(keys), time, NullLogger<Inbox>.Instance);
        var came = Enumerable.Range(0, 600).Select(i => Message($"{i}")).ToList();
        await Task.WhenAll(came.Select(delivery => Accept(inbox, delivery)));
        database.Execute("ALTER TABLE deliveries RENAME TO elsewhere");
        came.ForEach(inbox.Done);
        await Assert.ThrowsAnyAsync<DbException>(() => Accept(inbox, Message("new")));
        database.Execute("ALTER TABLE elsewhere RENAME TO deliveries");
        Assert.True(await Accept(inbox, Message("new")));
        Assert.Equal("new", Words(Assert.Single(inbox.Pending())));
    }

    [Fact]
    public async Task A_repeat_is_known_for_a_day_also_once_it_is_answered()
    {
        await Open(async inbox =>
        {
            Assert.True(await Accept(inbox, Message("1")));
            Assert.False(await Accept(inbox, Message("1")));
            inbox.Done(Message("1"));
            Assert.False(await Accept(inbox, Message("1")));
            Assert.True(await Accept(inbox, Message("1") with { Conversation = "another" }));
            time.Advance(TimeSpan.FromHours(23));
            Assert.False(await Accept(inbox, Message("1")));
            time.Advance(TimeSpan.FromHours(2));
            Assert.True(await Accept(inbox, Message("2")));
            Assert.True(await Accept(inbox, Message("1")));
        });
    }

    [Fact]
    public async Task Neither_words_nor_conversations_can_be_read_in_the_file()
    {
        await Open(inbox => Accept(inbox, Message("a secret")));
        var kept = string.Concat(Directory.GetFiles(Path.GetDirectoryName(file)!).Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f))));
        Assert.Contains("deliveries", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("conversation", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_keys_are_gone_the_rest_goes_on()
    {
        await Open(inbox => Accept(inbox, Message("1")));
        keys = new EphemeralDataProtectionProvider();
        await Open(async inbox =>
        {
            Assert.Empty(inbox.Pending());
            Assert.True(await Accept(inbox, Message("2")));
            Assert.Equal("2", Words(Assert.Single(inbox.Pending())));
        });
    }

    [Theory]
    [InlineData("x''")]
    [InlineData("x'ff'")]
    [InlineData("x'ffff00'")]
    [InlineData("substr(words, 1, length(words) - 1)")]
    public async Task A_damaged_row_stops_nothing_and_is_swept_after_a_week(string damaged)
    {
        await Open(inbox => Accept(inbox, Message("1")));
        using (var database = new Database(file))
            database.Execute($"UPDATE deliveries SET words = {damaged}");
        time.Advance(TimeSpan.FromDays(8));
        await Open(async inbox =>
        {
            Assert.Empty(inbox.Pending());
            Assert.True(await Accept(inbox, Message("2")));
            Assert.True(await Accept(inbox, Message("1")));
        });
    }

    static Delivery Message(string words) => new("teams", "a conversation", words, Encoding.UTF8.GetBytes(words));

    static Task<bool> Accept(Inbox inbox, Delivery delivery) => inbox.Accept(delivery, _ => { });

    static string Words(Delivery delivery) => Encoding.UTF8.GetString(delivery.Payload);

    async Task Open(Func<Inbox, Task> work)
    {
        using var database = new Database(file);
        await using var inbox = new Inbox(database, new(keys), time, NullLogger<Inbox>.Instance);
        await work(inbox);
    }
}
