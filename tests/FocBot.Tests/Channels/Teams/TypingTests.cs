using System.Text;
using FocBot.Channels.Teams;
using FocBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace FocBot.Tests.Channels.Teams;

/// <summary>A slow answer is announced by typing, which never costs it and never comes after it.</summary>
public sealed class TypingTests
{
    readonly FakeTimeProvider time = new();
    readonly List<string> sent = [];
    readonly Mock<BotAdapter> adapter = new();
    readonly TaskCompletionSource answerIsReady = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public TypingTests() => SendsBy(activity =>
    {
        sent.Add(activity.Type);
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_slow_answer_is_announced_once_and_a_fast_one_is_not()
    {
        answerIsReady.SetResult();
        await Run();
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["message"], sent);
    }

    [Fact]
    public async Task An_answer_that_takes_two_seconds_is_announced()
    {
        var turn = Run();
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["typing"], sent);
        answerIsReady.SetResult();
        await turn;
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["typing", "message"], sent);
    }

    [Fact]
    public async Task A_typing_that_fails_costs_nothing()
    {
        SendsBy(activity =>
        {
            if (activity.Type == ActivityTypes.Typing)
                throw new ErrorResponseException("Forbidden");
            sent.Add(activity.Type);
            return Task.CompletedTask;
        });
        var turn = Run();
        time.Advance(TimeSpan.FromSeconds(2));
        answerIsReady.SetResult();
        await turn;
        Assert.Equal(["message"], sent);
    }

    [Fact]
    public async Task The_answer_waits_until_a_typing_under_way_is_through()
    {
        var typing = new TaskCompletionSource();
        SendsBy(async activity =>
        {
            if (activity.Type == ActivityTypes.Typing)
                await typing.Task;
            sent.Add(activity.Type);
        });
        var turn = Run();
        time.Advance(TimeSpan.FromSeconds(2));
        answerIsReady.SetResult();
        Assert.Empty(sent);
        typing.SetResult();
        await turn;
        Assert.Equal(["typing", "message"], sent);
    }

    [Fact]
    public async Task A_typing_that_hangs_is_given_up()
    {
        SendsBy(async (activity, cancel) =>
        {
            if (activity.Type == ActivityTypes.Typing)
                await Task.Delay(Timeout.Infinite, cancel);
            sent.Add(activity.Type);
        });
        var turn = Run();
        time.Advance(TimeSpan.FromSeconds(2));
        answerIsReady.SetResult();
        time.Advance(TimeSpan.FromSeconds(2));
        await turn;
        Assert.Equal(["message"], sent);
    }

    [Fact]
    public async Task A_turn_that_fails_leaves_no_typing_behind()
    {
        var turn = Run();
        answerIsReady.SetException(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => turn);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(sent);
    }

    [Fact]
    public async Task An_answer_that_the_limits_hold_back_is_announced_only_where_they_allow_it()
    {
        var limiter = new RateLimiter(time);
        for (var i = 0; i < 8; i++)
        {
            Assert.Null(await limiter.WaitAsync("c", TimeSpan.FromMinutes(1), Cancel));
            time.Advance(TimeSpan.FromMilliseconds(200));
        }

        answerIsReady.SetResult();
        var turn = Run(limiter);
        Assert.Empty(sent);
        time.Advance(TimeSpan.FromSeconds(3));
        await turn;
        Assert.Equal("message", sent[^1]);
        Assert.InRange(sent.Count, 1, 2);
    }

    [Fact]
    public async Task An_answer_that_the_limits_hold_back_for_long_goes_back_to_the_inbox_as_it_is()
    {
        var limiter = new RateLimiter(time);
        for (var i = 0; i < 60; i++)
        {
            Assert.Null(limiter.Reserve("c"));
            time.Advance(TimeSpan.FromMilliseconds(260));
        }

        answerIsReady.SetResult();
        var refused = await Assert.ThrowsAsync<ReplyRefusedException>(() => Run(limiter));
        Assert.Empty(sent);
        Assert.InRange(refused.RetryAfter!.Value.TotalSeconds, 5, 30);
        Assert.Contains("\"answer\"", Encoding.UTF8.GetString(refused.Reply!), StringComparison.Ordinal);
    }

    // The bot answers when the test says so.
    async Task Run(RateLimiter? limiter = null)
    {
        var asked = new Activity(ActivityTypes.Message) { Id = "a", ServiceUrl = "https://service.example", Conversation = new(id: "c") };
        using var turn = new TurnContext(adapter.Object, asked);
        var middleware = new MiddlewareSet();
        if (limiter is not null)
            middleware.Use(new RateLimitMiddleware(limiter, Options.Create(new TeamsOptions { AppId = BotFramework.AppId })));
        middleware.Use(new TypingMiddleware(time));
        await middleware.ReceiveActivityWithStatusAsync(turn, async (context, cancel) =>
        {
            await answerIsReady.Task;
            await context.SendActivityAsync(MessageFactory.Text("answer"), cancel);
        }, Cancel);
    }

    void SendsBy(Func<Activity, Task> send) => SendsBy((activity, _) => send(activity));

    void SendsBy(Func<Activity, CancellationToken, Task> send) => adapter
        .Setup(a => a.SendActivitiesAsync(It.IsAny<ITurnContext>(), It.IsAny<Activity[]>(), It.IsAny<CancellationToken>()))
        .Returns(async (ITurnContext _, Activity[] activities, CancellationToken cancel) =>
        {
            await send(activities[0], cancel);
            return [new ResourceResponse("sent")];
        });
}
