using System.Text.Json.Nodes;
using FocBot.Benchmarks;
using FocBot.Cli;
using FocBot.Tests.Channels;

namespace FocBot.Tests;

/// <summary>What the program sets for the whole process: bounds for what runs away, and an end in order.</summary>
[Collection(RunsAlone.Name)]
public sealed class ProgramTests
{
    const string ExpressionTime = "REGEX_DEFAULT_MATCH_TIMEOUT";

    [Fact]
    public void No_expression_reads_input_for_longer_than_a_few_seconds()
    {
        var main = typeof(CommandLine).Assembly.EntryPoint!;
        try
        {
            Assert.Equal(0, main.Invoke(null, [new[] { "--version" }]));
            Assert.InRange(Assert.IsType<TimeSpan>(AppContext.GetData(ExpressionTime)), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5));
        }
        finally
        {
            AppDomain.CurrentDomain.SetData(ExpressionTime, null);
        }
    }

    [Fact]
    public void What_runs_away_does_not_take_the_memory_of_the_machine()
    {
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "focbot.runtimeconfig.json")));
        var limit = settings!["runtimeOptions"]!["configProperties"]!["System.GC.HeapHardLimit"]!.ToString();
        Assert.InRange(long.Parse(limit, null), 1, 8L * 1024 * 1024 * 1024);
    }

    [Fact]
    public async Task Told_to_end_it_ends_in_order_also_while_a_channel_keeps_it_waiting() => Assert.Equal(0, await Faults.ToldToEndAsync());
}
