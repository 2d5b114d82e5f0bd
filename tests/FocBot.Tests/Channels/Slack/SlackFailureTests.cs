using System.Net;
using System.Text.Json.Nodes;
using FocBot.Channels.Slack;
using FocBot.Tests.Storage;
using FocBot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.Channels.Slack;

/// <summary>What Slack refuses, and what becomes of it.</summary>
public sealed class SlackFailureTests(SlackServer slack) : IClassFixture<SlackServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("channel_not_found", "/invite @FocBot")]
    [InlineData("not_in_channel", "/invite @FocBot")]
    [InlineData("is_archived", "archived")]
    [InlineData("account_inactive", "install it again")]
    public async Task What_is_refused_for_good_is_told_with_what_to_do_and_not_tried_again(string error, string advice)
    {
        slack.Slack.Refuse("chat.postMessage", new() { ["ok"] = false, ["error"] = error });
        await slack.Send(SlackEnvelope.Events, slack.Event("encryption", channel: $"D{error}"));
        var line = await slack.Logs.FirstAsync(error);
        Assert.Contains(advice, line.Text, StringComparison.Ordinal);
        Assert.True(line.Level >= LogLevel.Warning);
        await slack.NothingElse();
    }

    [Theory]
    [InlineData("missing_scope", "chat:write.public")]
    [InlineData("invalid_auth", "OAuth & Permissions")]
    [InlineData("token_expired", "rotation")]
    [InlineData("internal_error", "")]
    public async Task What_may_pass_is_told_and_sent_again_once(string error, string advice)
    {
        slack.Slack.Refuse("chat.postMessage", new() { ["ok"] = false, ["error"] = error, ["needed"] = "chat:write.public" });
        await slack.Send(SlackEnvelope.Events, slack.Event("encryption", channel: $"D{error}"));
        Assert.Contains(advice, (await slack.Logs.FirstAsync(error)).Text, StringComparison.Ordinal);
        Assert.Equal($"D{error}", (await slack.Slack.Next()).Arguments["channel"]!.GetValue<string>());
        await slack.NothingElse();
    }

    [Theory]
    [InlineData("invalid_blocks")]
    [InlineData("msg_too_long")]
    public async Task A_layout_that_is_refused_is_sent_as_text_and_its_place_is_logged_without_its_words(string error)
    {
        slack.Slack.Refuse("chat.postMessage",
            new() { ["ok"] = false, ["error"] = error, ["errors"] = new JsonArray("must be shorter than encryption [json-pointer:/blocks/3/text]") });
        var answer = await slack.Answer(slack.Event("encryption", channel: $"D{error}"));
        Assert.Null(answer["blocks"]);
        Assert.Contains("encryption", answer["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.InRange(answer["text"]!.GetValue<string>().Length, 1, 4_000);
        var line = (await slack.Logs.FirstAsync($"({error}")).Text;
        Assert.Contains("/blocks/3/text", line, StringComparison.Ordinal);
        Assert.DoesNotContain("shorter than", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_failing_server_did_not_take_is_sent_again_as_it_was()
    {
        var bodies = new List<string>();
        slack.Slack.Interrupt = async (method, context) =>
        {
            if (method != "chat.postMessage" || bodies.Count == 2)
                return false;
            using var body = new StreamReader(context.Request.Body);
            bodies.Add(await body.ReadToEndAsync(Cancel));
            context.Response.StatusCode = bodies.Count == 1 ? (int)HttpStatusCode.InternalServerError : (int)HttpStatusCode.ServiceUnavailable;
            return true;
        };
        var answer = await slack.Answer(slack.Event("encryption", channel: "D-failing"));
        Assert.All(bodies, body => Assert.Equal(JsonNode.Parse(body)!.ToJsonString(), answer.ToJsonString()));
        await slack.NothingElse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_status_that_fails_or_hangs_costs_no_answer_and_does_not_come_after_it(bool hangs)
    {
        var order = new List<string>();
        slack.Slack.Interrupt = async (method, context) =>
        {
            lock (order)
                order.Add(method);
            if (method != "assistant.threads.setStatus")
                return false;
            if (hangs)
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            return true;
        };
        await slack.Send(SlackEnvelope.Events, slack.Event("encryption", channel: $"D-status-{hangs}", thread: "9.1"));
        Assert.Equal("9.1", (await slack.Slack.Next()).Arguments["thread_ts"]!.GetValue<string>());
        await slack.NothingElse();
        lock (order)
            Assert.Equal(["assistant.threads.setStatus", "chat.postMessage", "chat.postMessage"], order);
    }

    [Fact]
    public async Task An_answer_waits_for_a_status_under_way_and_no_other_answer_does()
    {
        // Time stands still: the status is not given up.
        await using var server = new SlackServer { Services = services => services.AddSingleton<TimeProvider>(new SteppedTime()) };
        await server.InitializeAsync();
        var released = new TaskCompletionSource();
        server.Slack.Interrupt = async (method, _) =>
        {
            if (method == "assistant.threads.setStatus")
                await released.Task;
            return false;
        };
        await server.Send(SlackEnvelope.Events, server.Event("encryption", channel: "D1", thread: "9.1"));
        await server.Logs.FirstAsync("slack: Answered");
        Assert.Equal("D2", (await server.Answer(server.Event("encryption", channel: "D2")))["channel"]!.GetValue<string>());
        released.SetResult();
        Assert.Equal("D1", (await server.Slack.Next()).Arguments["channel"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_button_whose_answer_failed_is_sent_again_to_its_address()
    {
        var seen = (await slack.Send(SlackEnvelope.Commands, slack.Typed("encryption")))!;
        slack.Slack.RefuseResponses(1);
        await slack.Send(SlackEnvelope.Interactive,
            slack.Pressed(SlackServer.Buttons(seen)["Share to channel"]["value"]!.GetValue<string>(), "share", isEphemeral: true));
        Assert.Equal("in_channel", (await slack.Slack.Next("response_url")).Arguments["response_type"]!.GetValue<string>());
        Assert.False(slack.Slack.HasMore);
    }

    [Fact]
    public async Task A_channel_is_written_to_once_a_second_and_holds_up_no_other()
    {
        var time = new SteppedTime();
        var pace = new ChannelPace(time);
        for (var i = 0; i < 3; i++)
            await pace.WaitAsync("C1", Cancel);
        var fourth = pace.WaitAsync("C1", Cancel);
        Assert.False(fourth.IsCompleted);
        Assert.True(pace.WaitAsync("C2", Cancel).IsCompletedSuccessfully);
        time.Advance(TimeSpan.FromSeconds(1));
        await fourth;
        // The clock is set back: only what elapses counts.
        time.SetClock(-TimeSpan.FromHours(1));
        var fifth = pace.WaitAsync("C1", Cancel);
        time.Advance(TimeSpan.FromSeconds(1));
        await fifth;
    }

    [Fact]
    public async Task A_longer_wait_for_a_channel_is_the_inboxs()
    {
        var pace = new ChannelPace(new FakeTimeProvider());
        var waiting = Enumerable.Range(0, 8).Select(_ => pace.WaitAsync("C1", Cancel)).ToList();
        Assert.All(waiting, wait => Assert.False(wait.IsFaulted));
        Assert.InRange((await Assert.ThrowsAsync<ReplyRefusedException>(() => pace.WaitAsync("C1", Cancel))).RetryAfter!.Value,
            TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(7));
    }
}
