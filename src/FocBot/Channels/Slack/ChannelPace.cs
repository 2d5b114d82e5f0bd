using System.Collections.Concurrent;
using FocBot.Turns;

namespace FocBot.Channels.Slack;

/// <summary>One message a second a channel, by the time that elapses; a short burst is allowed. Each replica has its own pace.</summary>
/// <remarks>Source: https://docs.slack.dev/apis/web-api/rate-limits#posting-messages.</remarks>
sealed class ChannelPace(TimeProvider time)
{
    // A longer wait is the inbox's, which holds nothing else up meanwhile.
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1), Burst = TimeSpan.FromSeconds(3), LongestWait = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<string, TimeSpan> free = new(StringComparer.Ordinal);
    readonly long started = time.GetTimestamp();
    TimeSpan swept;

    /// <summary>Waits until a channel may be written to.</summary>
    /// <exception cref="ReplyRefusedException">That is more than five seconds from now.</exception>
    internal async Task WaitAsync(string channel, CancellationToken cancel)
    {
        var now = time.GetElapsedTime(started);
        Sweep(now);
        while (true)
        {
            var at = free.GetOrAdd(channel, now);
            var begin = at > now ? at : now;
            var wait = begin + Interval - now - Burst;
            if (wait > LongestWait)
                throw new ReplyRefusedException("the channel is written to faster than Slack allows", wait);
            if (!free.TryUpdate(channel, begin + Interval, at))
                continue;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancel);
            return;
        }
    }

    void Sweep(TimeSpan now)
    {
        if (now - swept < Burst)
            return;
        swept = now;
        foreach (var (channel, at) in free)
        {
            if (at < now)
                free.TryRemove(KeyValuePair.Create(channel, at));
        }
    }
}
