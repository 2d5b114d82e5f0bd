using FocBot.Core;
using Microsoft.Extensions.Caching.Memory;

namespace FocBot.Turns;

/// <summary>The last questions of each conversation, for follow-ups: in memory only, for half an hour.</summary>
sealed class ConversationHistory(TimeProvider time) : IDisposable
{
    // Bytes; a character takes two.
    const long MaxSize = 32 * 1024 * 1024;

    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxSize, Clock = new CacheClock(time) });

    /// <summary>The earlier questions of a conversation, oldest first.</summary>
    internal IReadOnlyList<string> Of(ConversationKey conversation) => cache.Get<string[]>(conversation) ?? [];

    /// <summary>Adds a question, cut to the longest that the bot reads; an answer that forgets clears the conversation.</summary>
    internal void Add(ConversationKey conversation, string question, Answer answer)
    {
        if (answer.Forgets)
        {
            Forget(conversation);
            return;
        }

        var kept = question.Length > Question.MaxLength ? question[..Question.MaxLength] : question;
        var questions = Of(conversation).Append(kept).TakeLast(Question.MaxHistory).ToArray();
        cache.Set(conversation, questions, new MemoryCacheEntryOptions { SlidingExpiration = Lifetime, Size = questions.Sum(q => (2L * q.Length) + 64) });
    }

    internal void Forget(ConversationKey conversation) => cache.Remove(conversation);

    public void Dispose() => cache.Dispose();

    sealed class CacheClock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
