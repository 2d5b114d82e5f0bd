using System.Text.RegularExpressions;
using FocBot.Core.Commands;

namespace FocBot.Tests;

public sealed partial class ReadmeTests
{
    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \| (?<purpose>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    static string Readme => File.ReadAllText(ShippedContent.File("README.md"));

    static IEnumerable<(string Example, string Purpose)> Commands =>
        CommandList.Named.Select(c => (c.Example!, ShippedContent.Catalogue.Languages.Single(l => l.Code == "en").Phrases[c.PurposeKey!]));

    [Fact]
    public void The_table_of_commands_equals_what_help_says()
    {
        var table = Readme[Readme.IndexOf("## What you can say",
            StringComparison.Ordinal)..Readme.IndexOf("Everything else is a question", StringComparison.Ordinal)];
        Assert.Equal(Commands, Row().Matches(table).Select(m => (m.Groups["name"].Value, m.Groups["purpose"].Value)));
    }

    [Fact]
    public void Help_names_every_command()
    {
        var help = ShippedContent.Reply(new("Help!")).Lead;
        Assert.All(Commands, c => Assert.Contains($"{c.Example}: {c.Purpose}", help, StringComparison.Ordinal));
    }

    [Fact]
    public void The_readme_is_short() => Assert.InRange(Readme.Split('\n').Length, 20, 150);

    [Fact]
    public void The_commands_of_the_readme_are_understood()
    {
        var commands = Regex.Matches(Readme, "dotnet run --project src/FocBot -- (?<args>.+)").Select(m => m.Groups["args"].Value).ToList();
        Assert.True(commands.Count >= 5);
        Assert.All(commands, c => Assert.Empty(FocBot.Cli.CommandLine.Create().Parse(c).Errors));
    }
}
