using System.CommandLine;
using FocBot.Cli;

namespace FocBot.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Every_command_has_its_group_and_an_example_that_is_understood()
    {
        var entries = CommandLine.Groups().SelectMany(g => g.Entries).ToList();
        var root = CommandLine.Create();
        Assert.Equal(root.Subcommands.Select(c => c.Name).Order(), entries.Select(e => e.Command.Name).Order());
        Assert.All(entries, e =>
        {
            Assert.StartsWith($"focbot {e.Command.Name}", e.Example, StringComparison.Ordinal);
            Assert.Empty(root.Parse(e.Example["focbot ".Length..]).Errors);
        });
    }

    [Fact]
    public void Help_shows_every_command_with_its_example()
    {
        var output = new StringWriter();
        Assert.Equal(0, CommandLine.Create().Parse("--help").Invoke(new() { Output = output }));
        Assert.All(CommandLine.Groups().SelectMany(g => g.Entries), e => Assert.Contains(e.Example, output.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ask --bogus encryption")]
    [InlineData("ask")]
    [InlineData("serve now")]
    [InlineData("nonsense")]
    public void What_is_not_understood_is_refused(string line) => Assert.NotEmpty(CommandLine.Create().Parse(line).Errors);

    [Fact]
    public void A_question_needs_no_quotation_marks() => Assert.Empty(CommandLine.Create().Parse("ask Can governments spy on people?").Errors);
}
