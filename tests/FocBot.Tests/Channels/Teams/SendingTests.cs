using CsCheck;
using FocBot.Channels.Teams;
using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.Channels.Teams;

/// <summary>How fast messages are sent.</summary>
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
        var waiting = limiter.WaitAsync("busy", TimeSpan.FromSeconds(5), Cancel);
        var quiet = limiter.WaitAsync("quiet", TimeSpan.FromSeconds(5), Cancel);
        Assert.True(quiet.IsCompletedSuccessfully);
        Assert.Null(await quiet);
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

    sealed class SetBackClock : TimeProvider
    {
        TimeSpan off;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch - off;

        public override long GetTimestamp() => 0;

        internal void SetBack(TimeSpan by) => off += by;
    }
}
