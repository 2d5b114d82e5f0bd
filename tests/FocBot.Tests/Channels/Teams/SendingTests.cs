using System.Net;
using CsCheck;
using FocBot.Channels.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.Channels.Teams;

/// <summary>How fast messages are sent, and what is sent again.</summary>
public sealed class SendingTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void No_conversation_is_ever_sent_to_faster_than_Teams_allows() =>
        Gen.Int[0, 900].Array[1, 200].Sample(gaps =>
        {
            var time = new FakeTimeProvider();
            var limiter = new RateLimiter(time);
            var sent = new List<DateTimeOffset>();
            foreach (var gap in gaps)
            {
                time.Advance(TimeSpan.FromMilliseconds(gap % 3 == 0 ? 0 : gap));
                while (limiter.Reserve("c") is { } wait)
                    time.Advance(wait);
                sent.Add(time.GetUtcNow());
            }

            foreach (var (most, seconds) in new[] { (7, 1), (8, 2), (60, 30), (1_800, 3_600) })
            {
                for (var i = 0; i + most < sent.Count; i++)
                    Assert.True(sent[i + most] - sent[i] >= TimeSpan.FromSeconds(seconds));
            }
        }, iter: 200);

    [Fact]
    public async Task One_busy_conversation_does_not_slow_another()
    {
        var limiter = new RateLimiter(new FakeTimeProvider());
        for (var i = 0; i < 7; i++)
            Assert.Null(limiter.Reserve("busy"));
        var waiting = limiter.WaitAsync("busy", Cancel);
        await limiter.WaitAsync("quiet", Cancel);
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public void A_clock_that_is_set_back_holds_nobody_up()
    {
        var time = new SetBackClock();
        var limiter = new RateLimiter(time);
        for (var i = 0; i < 7; i++)
            limiter.Reserve("c");
        time.SetBack(TimeSpan.FromDays(1));
        Assert.InRange(limiter.Reserve("c")!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(429, 5, 2)]
    [InlineData(429, null, 1)]
    [InlineData(429, 3_600, 1)]
    [InlineData(408, null, 1)]
    [InlineData(412, 5, 1)]
    [InlineData(500, 5, 1)]
    [InlineData(502, 5, 1)]
    [InlineData(503, 5, 1)]
    [InlineData(504, 5, 1)]
    [InlineData(400, null, 1)]
    [InlineData(403, null, 1)]
    public async Task A_message_is_repeated_only_when_it_was_certainly_not_accepted_and_the_channel_says_when(int status, int? retryAfter, int calls)
    {
        var (client, handler, time) = Client((HttpStatusCode)status, retryAfter);
        using var message = new StringContent("{}");
        await Drive(client.PostAsync("http://channel.example", message, Cancel), time, TimeSpan.FromMinutes(1));
        Assert.Equal(calls, handler.Calls.Count);
    }

    [Fact]
    public async Task The_channels_own_waiting_time_is_kept()
    {
        var (client, handler, time) = Client(HttpStatusCode.TooManyRequests, retryAfter: 7);
        using var message = new StringContent("{}");
        await Drive(client.PostAsync("http://channel.example", message, Cancel), time, TimeSpan.FromSeconds(1));
        Assert.InRange((handler.Calls[1] - handler.Calls[0]).TotalSeconds, 7, 8);
    }

    static async Task Drive(Task task, FakeTimeProvider time, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            await Task.Yield();
            time.Advance(step);
        }

        await task;
    }

    static (HttpClient, Refusing, FakeTimeProvider) Client(HttpStatusCode status, int? retryAfter)
    {
        var time = new FakeTimeProvider();
        var handler = new Refusing(status, retryAfter, time);
        var services = new ServiceCollection();
        services.AddHttpClient("c", c => c.Timeout = Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => handler)
            .AddResilienceHandler("c", pipeline => ConnectorClients.AddRetries(pipeline, time));
        return (services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("c"), handler, time);
    }

    sealed class Refusing(HttpStatusCode status, int? retryAfter, TimeProvider time) : HttpMessageHandler
    {
        internal List<DateTimeOffset> Calls { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add(time.GetUtcNow());
            var response = new HttpResponseMessage(Calls.Count == 1 ? status : HttpStatusCode.OK);
            if (retryAfter is { } seconds)
                response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
            return Task.FromResult(response);
        }
    }

    sealed class SetBackClock : TimeProvider
    {
        TimeSpan off;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch - off;

        public override long GetTimestamp() => 0;

        internal void SetBack(TimeSpan by) => off += by;
    }
}
