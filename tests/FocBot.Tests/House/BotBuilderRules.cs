using System.Runtime.CompilerServices;
using FocBot.Channels.Teams;

namespace FocBot.Tests.House;

/// <summary>Bot Builder carries one channel, and stays there: its successor has other JSON types.</summary>
public sealed class BotBuilderRules
{
    static IEnumerable<string> Sources => Directory.GetFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    [Theory]
    [InlineData("Microsoft.Bot.")]
    [InlineData("Newtonsoft.")]
    [InlineData("Microsoft.Rest")]
    public void Its_types_stay_in_the_room_of_Teams(string name) => Assert.All(
        Sources.Where(file => File.ReadAllText(file).Contains(name, StringComparison.Ordinal)),
        file => Assert.Contains("/Channels/Teams/", file, StringComparison.Ordinal));

    [Fact]
    public void No_type_of_ours_repeats_one_of_Bot_Frameworks_schema()
    {
        var theirs = typeof(Microsoft.Bot.Schema.Activity).Assembly.GetExportedTypes().Select(type => type.Name);
        var ours = typeof(FocBotAdapter).Assembly.GetTypes().Where(type => type.Namespace == typeof(FocBotAdapter).Namespace).Select(type => type.Name);
        Assert.Empty(ours.Intersect(theirs, StringComparer.Ordinal));
    }

    static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
