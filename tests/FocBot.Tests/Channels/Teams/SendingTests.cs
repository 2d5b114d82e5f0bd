using System.Net;
using CsCheck;
using FocBot.Channels.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.Channels.Teams;

public sealed class SendingTests
{
    [Fact]
    public void No_conversation_is_ever_sent_to_faster_than_Teams_allows() =>
        Gen.Int[0, 900].Array[1, 200].Sample(gaps =>
        {
            var time = new FakeTimeProvider();
            var pace = new Pace(time);
            var sent = new List<DateTimeOffset>();
            foreach (var gap in gaps)
            {
                time.Advance(TimeSpan.FromMilliseconds(gap % 3 == 0 ? 0 : gap));
                while (pace.Reserve("c") is { } wait)
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
    public void One_busy_conversation_does_not_slow_another()
    {
        var pace = new Pace(new FakeTimeProvider());
        for (var i = 0; i < 7; i++)
            Assert.Null(pace.Reserve("busy"));
        Assert.NotNull(pace.Reserve("busy"));
        Assert.Null(pace.Reserve("quiet"));
    }

    [Theory]
    [InlineData(429, 2)]
    [InlineData(412, 2)]
    [InlineData(502, 2)]
    [InlineData(504, 2)]
    [InlineData(400, 1)]
    [InlineData(401, 1)]
    [InlineData(403, 1)]
    [InlineData(404, 1)]
    [InlineData(500, 1)]
    public async Task What_may_pass_is_tried_again_and_nothing_else(int status, int calls)
    {
        var (client, handler, time) = Client((HttpStatusCode)status, retryAfter: null);
        await Drive(client.GetAsync("http://channel.example", TestContext.Current.CancellationToken), time, TimeSpan.FromMinutes(1));
        Assert.Equal(calls, handler.Calls.Count);
    }

    [Fact]
    public async Task The_channels_own_waiting_time_is_kept()
    {
        var (client, handler, time) = Client(HttpStatusCode.TooManyRequests, retryAfter: 7);
        await Drive(client.GetAsync("http://channel.example", TestContext.Current.CancellationToken), time, TimeSpan.FromSeconds(1));
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
        services.AddSingleton<TimeProvider>(time);
        services.AddHttpClient("c", c => c.Timeout = Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => handler).AddHttpMessageHandler(its => Connector.Persistence(its.GetRequiredService<TimeProvider>()));
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
}
