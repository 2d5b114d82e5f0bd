using FocBot.Core;
using Microsoft.Extensions.Caching.Memory;

namespace FocBot.Channels;

/// <summary>What a conversation asked last, for follow-ups: in memory only, for half an hour, a few questions.</summary>
sealed class RecentQuestions(TimeProvider time) : IDisposable
{
    const int MostConversations = 10_000;

    static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    readonly MemoryCache recent = new(new MemoryCacheOptions { SizeLimit = MostConversations, Clock = new Clock(time) });

    /// <summary>The earlier questions of a conversation, oldest first.</summary>
    internal IReadOnlyList<string> Of(string conversation) => recent.Get<string[]>(conversation) ?? [];

    internal void Add(string conversation, string question, Answer answer)
    {
        if (answer.Forgets)
            Forget(conversation);
        else
            recent.Set(conversation, Of(conversation).Append(question).TakeLast(Question.MaxHistory).ToArray(), new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = 1 });
    }

    /// <summary>Forgets a conversation at once.</summary>
    internal void Forget(string conversation) => recent.Remove(conversation);

    public void Dispose() => recent.Dispose();

    sealed class Clock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
