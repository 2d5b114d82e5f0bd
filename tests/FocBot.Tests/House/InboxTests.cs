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
            Assert.All(await Task.WhenAll(came.Select(inbox.Accept)), Assert.True);
            inbox.Done(came[3]);
            inbox.Done(came[39]);
        });
        await Open(inbox =>
        {
            var pending = inbox.Pending();
            Assert.Equal(came.Where((_, i) => i is not (3 or 39)).Select(Words), pending.Select(Words));
            Assert.All(pending, delivery => Assert.Equal(("teams", "a conversation"), (delivery.Channel, delivery.Conversation)));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_repeat_is_known_for_a_day_also_once_it_is_answered()
    {
        await Open(async inbox =>
        {
            Assert.True(await inbox.Accept(Message("1")));
            Assert.False(await inbox.Accept(Message("1")));
            inbox.Done(Message("1"));
            Assert.False(await inbox.Accept(Message("1")));
            Assert.True(await inbox.Accept(Message("1") with { Conversation = "another" }));
            time.Advance(TimeSpan.FromHours(23));
            Assert.False(await inbox.Accept(Message("1")));
            time.Advance(TimeSpan.FromHours(2));
            Assert.True(await inbox.Accept(Message("2")));
            Assert.True(await inbox.Accept(Message("1")));
        });
    }

    [Fact]
    public async Task Neither_words_nor_conversations_can_be_read_in_the_file()
    {
        await Open(inbox => inbox.Accept(Message("a secret")));
        var kept = string.Concat(Directory.GetFiles(Path.GetDirectoryName(file)!).Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f))));
        Assert.Contains("deliveries", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("conversation", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_keys_are_gone_the_rest_goes_on()
    {
        await Open(inbox => inbox.Accept(Message("1")));
        keys = new EphemeralDataProtectionProvider();
        await Open(async inbox =>
        {
            Assert.Empty(inbox.Pending());
            Assert.True(await inbox.Accept(Message("2")));
            Assert.Equal("2", Words(Assert.Single(inbox.Pending())));
        });
    }

    static Delivery Message(string words) => new("teams", "a conversation", words, Encoding.UTF8.GetBytes(words));

    static string Words(Delivery delivery) => Encoding.UTF8.GetString(delivery.Payload);

    async Task Open(Func<Inbox, Task> work)
    {
        using var database = new Database(file);
        await using var inbox = new Inbox(database, new(keys), time, NullLogger<Inbox>.Instance);
        await work(inbox);
    }
}
