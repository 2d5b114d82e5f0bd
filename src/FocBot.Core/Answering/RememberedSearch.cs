using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Caching.Memory;

namespace FocBot.Core.Answering;

/// <summary>Remembers what was found for the last questions: every message looks again at the ones before it.</summary>
/// <remarks>In memory, under a hash of the question; a content that is replaced takes its own along.</remarks>
#pragma warning disable CA1001 // This cache has neither timers nor handles: it goes with what it belongs to.
sealed class RememberedSearch(ISearch search) : ISearch
#pragma warning restore CA1001
{
    const int Most = 500;

    // Sentence vectors may come in between.
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    readonly MemoryCache found = new(new MemoryCacheOptions { SizeLimit = Most });

    public SearchResult Find(InterpretedQuestion question) => found.GetOrCreate(KeyOf(question), entry =>
    {
        entry.Size = 1;
        entry.AbsoluteExpirationRelativeToNow = Lifetime;
        return search.Find(question);
    })!;

    static UInt128 KeyOf(InterpretedQuestion question)
    {
        var all = string.Join('\n', [question.Text, question.English, question.Language, .. question.Context, "", .. question.Within]);
        return XxHash128.HashToUInt128(MemoryMarshal.AsBytes(all.AsSpan()));
    }
}
