using FocBot.Core;
using FocBot.Storage;
using FocBot.Turns;

namespace FocBot.Tests.Channels;

/// <summary>Tests that measure the whole process run when nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    internal const string Name = "alone";
}

/// <summary>What stays of conversations, in bytes.</summary>
[Collection(RunsAlone.Name)]
public sealed class MemoryTests(RunningServer server) : IClassFixture<RunningServer>
{
    const int Conversations = 500, MessageLength = 90_000;

    // Pools, compiled expressions and the like; a tenth of what the messages are.
    const long Budget = (long)Conversations * MessageLength / 10;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_hundred_conversations_of_90_KB_leave_next_to_nothing_in_memory()
    {
        await AskAsync(20);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await AskAsync(Conversations);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Budget);
    }

    [Fact]
    public async Task What_is_remembered_of_a_conversation_is_bounded_in_questions_and_in_their_length()
    {
        var key = Key(-1);
        for (var i = 0; i < Question.MaxHistory + 5; i++)
            await server.Service<TurnPipeline>().RunAsync(key, new string('\u8A00', Question.MaxLength), Cancel);
        await server.Service<TurnPipeline>().RunAsync(key, new string('b', MessageLength), Cancel);
        var remembered = await server.Service<ConversationHistory>().FindAsync(key, Cancel);
        Assert.Equal(Question.MaxHistory, remembered.Count);
        Assert.All(remembered, question => Assert.InRange(question.Length, 1, Question.MaxLength));
    }

    static ConversationKey Key(int n) => new("teams", $"installation {n}", $"conversation {n}", $"user {n}");

    // Not all at once: the test must not hold what the server must not.
    async Task AskAsync(int count)
    {
        var pipeline = server.Service<TurnPipeline>();
        await Parallel.ForAsync(0, count, Cancel, async (n, cancel) => await pipeline.RunAsync(Key(n), $"help {new string('a', MessageLength)}", cancel));
    }
}
