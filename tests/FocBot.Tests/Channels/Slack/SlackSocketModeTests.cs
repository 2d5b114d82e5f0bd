using System.Net;
using System.Text.Json.Nodes;
using FocBot.Channels.Slack;
using FocBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.Channels.Slack;

/// <summary>Connections by Socket Mode: how they end, and how others are opened.</summary>
public sealed class SlackSocketModeTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_gives_the_same_answer_as_HTTP_and_comes_back_when_sent_away()
    {
        await using var slack = await Start();
        var socket = await SlackSocket.Accept(slack.Slack);
        var asked = slack.Event("facial recognition");
        await socket.Deliver(SlackEnvelope.Events, asked);
        var bySocket = (await slack.Slack.Next()).Arguments;
        Assert.Equal((await slack.Ask(slack.Event("facial recognition"))).ToJsonString(), bySocket.ToJsonString());

        await SlackSocket.Accept(slack.Slack);
        await socket.Send(new() { ["type"] = "disconnect", ["reason"] = "refresh_requested" });
        var next = await SlackSocket.Accept(slack.Slack);
        // What was acknowledged already is delivered again, and answered no more.
        await next.Deliver(SlackEnvelope.Events, asked);
        await slack.NothingElse();
    }

    [Fact]
    public async Task A_connection_whose_other_side_is_silent_is_given_up_and_another_is_opened()
    {
        await using var slack = await Start("--Channels:Slack:KeepAlive=00:00:00.300");
        // It never reads: so it never answers a test.
        await slack.Slack.NextSocket();
        await slack.Slack.NextSocket();
        await slack.Slack.NextSocket();
    }

    [Fact]
    public async Task A_connection_without_a_hello_is_given_up()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var slack = await Start(time);
        var socket = await SlackSocket.Accept(slack.Slack);
        await slack.Slack.NextSocket();
        await time.PassUntilAsync(slack.Slack.NextSocket());
        await socket.Deliver(SlackEnvelope.Events, slack.Event("encryption"));
    }

    [Fact]
    public async Task A_server_that_sends_away_at_once_is_asked_again_after_growing_delays()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var opened = new List<DateTimeOffset>();
        await using var slack = await Start(time);
        slack.Slack.Interrupt = (method, _) =>
        {
            if (method == "apps.connections.open")
            {
                lock (opened)
                    opened.Add(time.GetUtcNow());
            }

            return Task.FromResult(false);
        };
        for (var i = 0; i < 12; i++)
        {
            var next = SlackSocket.Accept(slack.Slack);
            await time.PassUntilAsync(next);
            await (await next).Send(new() { ["type"] = "disconnect", ["reason"] = "refresh_requested" });
        }

        // Two connections, five tries each.
        lock (opened)
            Assert.True(opened[^1] - opened[0] > TimeSpan.FromSeconds(8), $"{opened.Count} connections within {opened[^1] - opened[0]}");
    }

    [Theory]
    [InlineData("link_disabled", "Turn Socket Mode on")]
    [InlineData("too_many_websockets", "ten connections")]
    public async Task What_only_an_administrator_can_put_right_is_told_and_asked_again_in_a_minute(string reason, string advice)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var slack = await Start(time);
        var socket = await SlackSocket.Accept(slack.Slack);
        await socket.Send(new() { ["type"] = "disconnect", ["reason"] = reason });
        var line = (await slack.Logs.FirstAsync(reason)).Text;
        Assert.Contains(advice, line, StringComparison.Ordinal);
        Assert.Contains("again in 60 s", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_Slack_is_asked_again_when_it_says()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var slack = new SlackServer
        {
            Services = services => services.AddSingleton<TimeProvider>(time),
            More = [AppToken],
            Interrupt = (_, context) =>
            {
                context.Response.StatusCode = (int)HttpStatusCode.TooManyRequests;
                context.Response.Headers.RetryAfter = "17";
                return Task.FromResult(true);
            },
        };
        await slack.InitializeAsync();
        Assert.Contains("again in 17 s", (await slack.Logs.FirstAsync("no connection by Socket Mode")).Text, StringComparison.Ordinal);
        slack.Slack.Interrupt = (_, _) => Task.FromResult(false);
        await time.PassUntilAsync(slack.Slack.NextSocket());
    }

    [Fact]
    public async Task What_cannot_be_read_or_answered_never_ends_the_connection()
    {
        await using var slack = await Start();
        var socket = await SlackSocket.Accept(slack.Slack);
        await socket.SendText("{ this is no JSON");
        await socket.SendText("[1,2]");
        await socket.SendText($"{{\"type\":\"events_api\",\"envelope_id\":\"large\",\"payload\":\"{new string('x', 600_000)}\"}}");
        await socket.Send(new() { ["type"] = "invented", ["envelope_id"] = "e-0", ["payload"] = new JsonObject() });
        Assert.Equal("e-0", (await socket.Receive())["envelope_id"]!.GetValue<string>());
        await socket.Send(new()
        {
            ["type"] = "events_api",
            ["envelope_id"] = "e-1",
            ["payload"] = new JsonObject { ["event"] = new JsonObject { ["type"] = "message", ["channel"] = 5, ["ts"] = new JsonArray() } }
        });
        Assert.Equal("e-1", (await socket.Receive())["envelope_id"]!.GetValue<string>());
        Assert.Contains("encryption", SlackServer.Words(await Answer(slack, socket, "encryption")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_not_acknowledged_and_the_connection_goes_on()
    {
        await using var slack = await Start();
        var socket = await SlackSocket.Accept(slack.Slack);
        var mention = slack.Event("<@UBOT> encryption", "app_mention", "C1");
        await socket.Deliver(SlackEnvelope.Events, mention);
        await slack.Slack.Next();
        var asked = slack.Event("and for journalists?", channel: "C1", thread: mention["event"]!["ts"]!.GetValue<string>());
        await ExecuteAsync(slack, "ALTER TABLE threads RENAME TO threads_away");
        await socket.Send(new() { ["type"] = "events_api", ["envelope_id"] = "e-1", ["payload"] = asked.DeepClone() });
        await slack.Logs.FirstAsync("a delivery was not taken");
        await ExecuteAsync(slack, "ALTER TABLE threads_away RENAME TO threads");
        await socket.Send(new() { ["type"] = "events_api", ["envelope_id"] = "e-2", ["payload"] = asked.DeepClone() });
        Assert.Equal("e-2", (await socket.Receive())["envelope_id"]!.GetValue<string>());
        await slack.Slack.Next();
    }

    const string AppToken = $"--Channels:Slack:AppToken={SlackPlatform.AppToken}";

    static Task<int> ExecuteAsync(SlackServer slack, string sql) => slack.Service<IDatabase>().WriteAsync(Durability.Full, async connection =>
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A literal of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync(Cancel);
    }, Cancel);

    static async Task<JsonObject> Answer(SlackServer slack, SlackSocket socket, string text)
    {
        await socket.Deliver(SlackEnvelope.Events, slack.Event(text));
        return (await slack.Slack.Next()).Arguments;
    }

    static async Task<SlackServer> Start(params string[] settings)
    {
        var slack = new SlackServer { More = [AppToken, .. settings] };
        await slack.InitializeAsync();
        return slack;
    }

    static async Task<SlackServer> Start(FakeTimeProvider time)
    {
        var slack = new SlackServer { More = [AppToken], Services = services => services.AddSingleton<TimeProvider>(time) };
        await slack.InitializeAsync();
        return slack;
    }
}
