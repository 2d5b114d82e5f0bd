using System.Text;
using System.Text.Json.Nodes;
using FocBot.Channels.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.Channels.Teams;

/// <summary>What a person in Teams sees, through the real endpoint.</summary>
public sealed class TeamsConversationTests(TeamsServer teams) : IClassFixture<TeamsServer>
{
    static readonly string Shutdowns = ShippedContent.Statement.Find(12)!.Text;

    [Theory]
    [InlineData("hi")]
    [InlineData("  HELLO ")]
    [InlineData("Help")]
    public async Task A_greeting_is_answered_with_what_can_be_asked(string greeting)
    {
        var sent = await teams.Ask(teams.Message(greeting));
        Assert.Contains("Ask me in your own words", TeamsServer.Words(sent.Activity), StringComparison.Ordinal);
        Assert.NotEmpty(sent.Activity["attachments"]![0]!["content"]!["actions"]!.AsArray());
    }

    [Fact]
    public async Task A_question_is_answered_with_the_quotation_its_citation_and_a_link()
    {
        var asked = teams.Message("internet shutdowns for political reasons");
        var (path, authorization, activity) = await teams.Ask(asked);
        Assert.Equal($"/v3/conversations/{asked["conversation"]!["id"]}/activities/{asked["id"]}", Uri.UnescapeDataString(path));
        Assert.Equal($"Bearer {BotFramework.BotToken}", authorization);
        Assert.Contains(Shutdowns, TeamsServer.Words(activity), StringComparison.Ordinal);
        Assert.Contains(Shutdowns, activity["attachments"]![0]!["content"]!["fallbackText"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("http://localhost:3978/statements/foc-2020-cybersecurity#12", activity.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(asked["id"]!.GetValue<string>(), activity["replyToId"]!.GetValue<string>());
        Assert.Equal([null, null, null], new[] { activity["id"], activity["recipient"], activity["serviceUrl"] });
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(activity.ToJsonString()) <= 80 * 1024);
    }

    [Fact]
    public async Task Card_and_plain_text_hold_the_same_words_and_stress_the_key_sentence()
    {
        var card = (await teams.Ask(teams.Message("facial recognition"))).Activity["attachments"]![0]!["content"]!;
        var excerpt = ShippedContent.Reply(new("facial recognition")).Excerpts[0];
        Assert.Contains($"\u201C{excerpt.Text}\u201D\n{excerpt.Citation.Text}", card["fallbackText"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(card["body"]!.AsArray().SelectMany(b => b!["items"]!.AsArray()).SelectMany(i => i!["inlines"]?.AsArray() ?? []),
            run => run!["weight"]?.GetValue<string>() == "Bolder" && run["text"]!.GetValue<string>() == excerpt.Key);
    }

    [Fact]
    public async Task Citations_match_their_marks_and_keep_their_lengths()
    {
        var activity = (await teams.Ask(teams.Message("list all recommendations"))).Activity;
        var entity = Assert.Single(activity["entities"]!.AsArray())!;
        var claims = entity["citation"]!.AsArray();
        Assert.Equal("https://schema.org/Message", entity["type"]!.GetValue<string>());
        Assert.Null(entity["additionalType"]);
        Assert.InRange(claims.Count, 1, 20);
        foreach (var claim in claims)
        {
            Assert.Contains($"[{claim!["position"]}]", activity["text"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.InRange(claim["appearance"]!["name"]!.GetValue<string>().Length, 1, 80);
            Assert.InRange(claim["appearance"]!["abstract"]!.GetValue<string>().Length, 1, 160);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("😀😀")]
    [InlineData("какая погода")]
    [InlineData("zzzz qqqq")]
    public async Task Anything_else_gets_an_answer_with_a_next_step(string? text)
    {
        var activity = (await teams.Ask(teams.Message(text))).Activity;
        Assert.NotEmpty(activity["text"]!.GetValue<string>());
        Assert.InRange(activity["attachments"]![0]!["content"]!["actions"]!.AsArray().Count, 1, 6);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_answered() =>
        Assert.NotEmpty((await teams.Ask(teams.Message(string.Concat(Enumerable.Repeat("shutdown! ", 1_000))))).Activity["text"]!.GetValue<string>());

    [Fact]
    public async Task In_a_channel_the_bot_answers_a_mention_in_its_thread_and_nothing_else()
    {
        var mute = teams.Message("internet shutdowns", "channel");
        await teams.Post(mute);
        var asked = teams.Mention("internet shutdowns", "channel");
        var (path, _, activity) = await teams.Ask(asked);
        Assert.EndsWith($"/activities/{asked["id"]}", path, StringComparison.Ordinal);
        Assert.Contains(Shutdowns, TeamsServer.Words(activity), StringComparison.Ordinal);
        Assert.Null(activity["suggestedActions"]);
    }

    [Fact]
    public async Task A_follow_up_is_understood_in_a_group_chat()
    {
        var conversation = $"19:{Guid.NewGuid():N}";
        await teams.Ask(teams.Mention("what do they say about encryption?", "groupChat", conversation));
        var activity = (await teams.Ask(teams.Mention("and for journalists?", "groupChat", conversation))).Activity;
        Assert.Contains("journalists", TeamsServer.Words(activity), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pressed_button_says_its_sentence()
    {
        var pressed = teams.Activity("message", "groupChat");
        pressed["value"] = new JsonObject { ["says"] = "What does it say about Internet shutdowns?" };
        Assert.Contains("Internet shutdowns", TeamsServer.Words((await teams.Ask(pressed)).Activity), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_never_becomes_markup_or_a_mention()
    {
        var activity = (await teams.Ask(teams.Message("what of [evil](http://evil.example) <at>Everyone</at> &lt;at&gt;All&lt;/at&gt; **zorblax**"))).Activity;
        Assert.Equal("plain", activity["textFormat"]!.GetValue<string>());
        Assert.DoesNotContain(activity["entities"]?.AsArray() ?? [], e => e!["type"]!.GetValue<string>() == "mention");
        Assert.DoesNotContain("\"TextBlock\"", activity.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"url\":\"http://evil", activity.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Arabic_question_has_its_lead_from_right_to_left_and_the_quotation_from_left_to_right()
    {
        var body = (await teams.Ask(teams.Message("ماذا يقول البيان عن حرية التعبير؟"))).Activity["attachments"]![0]!["content"]!["body"]!.AsArray();
        Assert.True(body[0]!["rtl"]!.GetValue<bool>());
        Assert.Null(body[1]!["rtl"]);
    }

    [Fact]
    public async Task The_same_activity_delivered_twice_gets_one_reply_after_a_restart_too()
    {
        await using var own = new TeamsServer();
        await own.InitializeAsync();
        var asked = own.Message("encryption");
        await own.Ask(asked);
        await own.Post(asked);
        await own.Restart();
        await own.Post(asked);
        var other = own.Message("surveillance", conversation: asked["conversation"]!["id"]!.GetValue<string>());
        Assert.EndsWith($"/{other["id"]}", (await own.Ask(other)).Path, StringComparison.Ordinal);
        Assert.False(own.Microsoft.HasMore);
    }

    [Fact]
    public async Task A_message_accepted_but_not_answered_is_answered_after_the_restart_once()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var own = new TeamsServer { Services = services => services.AddSingleton<TimeProvider>(time) };
        await own.InitializeAsync();
        var reached = new TaskCompletionSource();
        own.Microsoft.Interrupt = async context =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        var asked = own.Message("encryption");
        await own.Post(asked);
        await reached.Task;
        own.Microsoft.Interrupt = _ => Task.FromResult(false);
        // Whoever stops it waits for what is being sent.
        await time.PassUntilAsync(own.Restart());
        Assert.EndsWith($"/{asked["id"]}", (await own.Microsoft.Next()).Path, StringComparison.Ordinal);
        Assert.False(own.Microsoft.HasMore);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNobodyHeardOf")]
    public async Task Other_activities_are_accepted_and_ignored(string type)
    {
        Assert.Equal(202, (int)(await teams.Post(teams.Activity(type))).StatusCode);
        var asked = teams.Message("encryption");
        Assert.EndsWith($"/{asked["id"]}", (await teams.Ask(asked)).Path, StringComparison.Ordinal);
    }
}
