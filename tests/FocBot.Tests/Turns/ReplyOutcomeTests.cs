using System.Net;
using FocBot.Turns;
using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.Turns;

/// <summary>What is known of a reply after it was sent: taken, refused, or neither.</summary>
public sealed class ReplyOutcomeTests
{
    readonly FakeTimeProvider time = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429, 7, false)]
    [InlineData(408, null, false)]
    [InlineData(412, null, false)]
    [InlineData(401, null, false)]
    [InlineData(500, null, false)]
    [InlineData(503, 5, false)]
    [InlineData(400, null, true)]
    [InlineData(403, null, true)]
    [InlineData(404, null, true)]
    [InlineData(413, null, true)]
    public async Task A_refusal_says_whether_and_when_another_try_makes_sense(int status, int? retryAfter, bool isPermanent)
    {
        var refused = await Assert.ThrowsAsync<ReplyRefusedException>(() => SendAsync((request, _) =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request };
            if (retryAfter is { } seconds)
                response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
            return Task.FromResult(response);
        }));
        Assert.Equal((isPermanent, retryAfter), (refused.IsPermanent, (int?)refused.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public async Task What_never_left_is_refused() =>
        Assert.False((await Assert.ThrowsAsync<ReplyRefusedException>(() => SendAsync((_, _) => throw new HttpRequestException("no connection")))).IsPermanent);

    [Fact]
    public async Task What_was_written_before_the_connection_broke_is_uncertain() =>
        await Assert.ThrowsAsync<ReplyUncertainException>(() => SendAsync(async (request, cancel) =>
    {
        await request.Content!.CopyToAsync(Stream.Null, cancel);
        throw new HttpRequestException("reset");
    }));

    [Theory]
    [InlineData(16, true)]
    [InlineData(61, false)]
    public async Task What_is_answered_late_is_taken_and_after_a_minute_uncertain(int seconds, bool isTaken)
    {
        var written = new TaskCompletionSource();
        var sending = SendAsync(async (request, cancel) =>
        {
            await request.Content!.CopyToAsync(Stream.Null, cancel);
            var late = Task.Delay(TimeSpan.FromSeconds(seconds), time, cancel);
            written.SetResult();
            await late;
            return new(HttpStatusCode.OK);
        });
        await written.Task.WaitAsync(Cancel);
        time.Advance(TimeSpan.FromSeconds(60));
        if (isTaken)
            await sending;
        else
            await Assert.ThrowsAsync<ReplyUncertainException>(() => sending);
    }

    async Task SendAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> channel)
    {
        using var client = new HttpClient(new ReplyOutcomeHandler(time) { InnerHandler = new Channel(channel) }) { Timeout = Timeout.InfiniteTimeSpan };
        using var words = new StringContent("words");
        using var response = await client.PostAsync(new Uri("http://channel.example"), words, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    sealed class Channel(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(request, cancellationToken);
    }
}
