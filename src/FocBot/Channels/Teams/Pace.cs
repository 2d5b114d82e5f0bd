using System.Collections.Concurrent;

namespace FocBot.Channels.Teams;

/// <summary>How fast a conversation may be sent to: 7 in a second, 8 in two, 60 in thirty, 1,800 in an hour.</summary>
/// <remarks>Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit.</remarks>
sealed class Pace(TimeProvider time)
{
    static readonly (int Most, TimeSpan Within)[] Limits = [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1))];

    readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> sent = new(StringComparer.Ordinal);

    /// <summary>Waits until one more message may go out.</summary>
    internal async Task Wait(string conversation, CancellationToken cancel)
    {
        while (Reserve(conversation) is { } wait)
            await Task.Delay(wait, time, cancel);
    }

    /// <summary>Takes a place, or says how long to wait for one.</summary>
    internal TimeSpan? Reserve(string conversation)
    {
        var now = time.GetUtcNow();
        Sweep(now);
        var queue = sent.GetOrAdd(conversation, _ => new());
        lock (queue)
        {
            while (queue.TryPeek(out var first) && now - first >= Limits[^1].Within)
                queue.Dequeue();
            var times = queue.ToArray();
            var wait = Limits.Where(l => times.Length >= l.Most).Select(l => times[^l.Most] + l.Within - now).DefaultIfEmpty(TimeSpan.Zero).Max();
            if (wait > TimeSpan.Zero)
                return wait;
            queue.Enqueue(now);
            return null;
        }
    }

    // Conversations at rest are forgotten.
    void Sweep(DateTimeOffset now)
    {
        const int many = 10_000;
        if (sent.Count < many)
            return;
        foreach (var (conversation, queue) in sent)
        {
            lock (queue)
            {
                if (queue.Count == 0 || now - queue.Last() > Limits[^1].Within)
                    sent.TryRemove(conversation, out _);
            }
        }
    }
}
