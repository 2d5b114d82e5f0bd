using FocBot.Benchmarks;
using FocBot.Tests.Storage;

namespace FocBot.Tests.Turns;

/// <summary>The built program, twice on one database.</summary>
public sealed class TwoProcessTests
{
    [Theory]
    [InlineData(Faults.Sqlite)]
    [InlineData(Faults.PostgreSql)]
    public async Task One_of_two_is_killed_and_two_hundred_messages_have_two_hundred_answers(string product)
    {
        Assert.SkipWhen(product == Faults.PostgreSql && Environment.GetEnvironmentVariable(TestStorage.ServerVariable) is null or "",
            $"{TestStorage.ServerVariable} names no PostgreSQL server.");
        Assert.Equal((200, 200), await Faults.KilledOnceAsync(product));
    }
}
