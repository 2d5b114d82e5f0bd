using System.Collections.Concurrent;

namespace FocBot.Channels.Teams;

/// <summary>How often a conversation may be sent to: 7 times in a second, 8 in two, 60 in thirty, 1,800 in an hour.</summary>
/// <remarks>Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit.</remarks>
sealed class RateLimiter(TimeProvider time)
{
    const int ManyConversations = 10_000;

    static readonly (int Most, TimeSpan Within)[] Limits =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1))];

    // Timestamps, not the wall clock: a clock that is set back must not hold a conversation up.
    readonly ConcurrentDictionary<string, Queue<long>> sent = new(StringComparer.Ordinal);

    /// <summary>Waits until one more message may be sent to the conversation; other conversations do not wait for it.</summary>
    /// <returns>Null once it may be sent; where that would take longer than <paramref name="longest"/>, how long.</returns>
    internal async Task<TimeSpan?> WaitAsync(string conversation, TimeSpan longest, CancellationToken cancellationToken)
    {
        while (Reserve(conversation) is { } wait)
        {
            if (wait > longest)
                return wait;
            await Task.Delay(wait, time, cancellationToken);
        }

        return null;
    }

    /// <summary>Counts one message, or returns how long to wait before it may be counted.</summary>
    internal TimeSpan? Reserve(string conversation)
    {
        var now = time.GetTimestamp();
        ForgetIdle(now);
        var queue = sent.GetOrAdd(conversation, _ => new());
        lock (queue)
        {
            while (queue.TryPeek(out var first) && time.GetElapsedTime(first, now) >= Limits[^1].Within)
                queue.Dequeue();
            var times = queue.ToArray();
            var wait = Limits.Where(limit => times.Length >= limit.Most)
                .Select(limit => limit.Within - time.GetElapsedTime(times[^limit.Most], now))
                .DefaultIfEmpty(TimeSpan.Zero).Max();
            if (wait > TimeSpan.Zero)
                return wait;
            queue.Enqueue(now);
            return null;
        }
    }

    void ForgetIdle(long now)
    {
        if (sent.Count < ManyConversations)
            return;
        foreach (var (conversation, queue) in sent)
        {
            lock (queue)
            {
                if (queue.Count == 0 || time.GetElapsedTime(queue.Last(), now) > Limits[^1].Within)
                    sent.TryRemove(conversation, out _);
            }
        }
    }
}
