using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FocBot.Tests.House;

/// <summary>The rules of the house that are read off the sources: each room's packages, the field's words, lines that fit.</summary>
public sealed partial class SourceRules
{
    // Words of an earlier shape, each with the field's own word in its place.
    static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["QuestionLine"] = "SampleQuestion",
        ["Shelf"] = "content",
        ["Shelves"] = "content",
        ["Traits"] = "Features",
        ["Trait"] = "Feature",
        ["IHear"] = "a list",
        ["Taking"] = "a list",
        ["SeenWords"] = "AnalyzedQuery",
        ["QuestionReader"] = "QueryAnalyzer",
        ["Gloss"] = "BilingualDictionary",
        ["SoftSynonyms"] = "EmbeddingSynonyms",
        ["Judge"] = "AnswerabilityClassifier",
        ["Wanted"] = "AnswerType",
        ["WantedFit"] = "AnswerTypeMatch",
        ["Leads"] = "ReplyTemplates",
        ["Reasons"] = "Explanation",
        ["Asked"] = "InterpretedQuestion",
        ["LeansOn"] = "Context",
        ["Trimmings"] = "MarkupStripper",
        ["Seal"] = "checksum",
        ["Written"] = "(nothing)",
        ["BorrowedJson"] = "(nothing)",
        ["Rest"] = "(nothing)",
        ["Heard"] = "MessageText",
        ["Pace"] = "RateLimiter",
        ["IDelivered"] = "IInboxHandler",
        ["Deliveries"] = "InboxWorker",
        ["Stranger"] = "AnonymousUser",
        ["ILearner"] = "IUserState",
        ["Learners"] = "UserStates",
        ["IChecked"] = "IHealthCheck",
        ["ByteVectors"] = "(nothing)",
    };

    [GeneratedRegex(@"\b(?:class|record|interface|struct|enum)\s+(?:struct\s+|class\s+)?(\w+)")]
    private static partial Regex TypeName();

    static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    static IEnumerable<string> Files(string folder, string pattern) => Directory.GetFiles(Path.Combine(Root(), folder), pattern, SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    static IEnumerable<string> Sources => Files("src", "*.cs").Concat(Files("tests", "*.cs"));

    static IEnumerable<string> SourcesNaming(string word) =>
        Files("src", "*.cs").Where(f => File.ReadAllText(f).Contains(word, StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Root(), f));

    [Fact]
    public void No_type_has_a_word_of_the_earlier_shape() =>
        Assert.Empty(Sources.SelectMany(f => TypeName().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Where(Renamed.ContainsKey).Select(n => $"{n}: say {Renamed[n]}"));

    [Fact]
    public void No_line_is_over_160_characters() =>
        Assert.Empty(Files("src", "*.cs")
            .SelectMany(f => File.ReadLines(f).Index().Where(l => l.Item.Length > 160).Select(l => $"{Path.GetRelativePath(Root(), f)}:{l.Index + 1}")));

    [Fact]
    public void No_file_is_over_250_lines() =>
        Assert.Empty(Files("src", "*.cs").Where(f => File.ReadLines(f).Count() > 250).Select(f => Path.GetRelativePath(Root(), f)));

    [Fact]
    public void Bot_Builder_stays_in_the_Teams_channel()
    {
        Assert.All(SourcesNaming("Microsoft.Bot."), f => Assert.StartsWith("src/FocBot/Channels/Teams/", f, StringComparison.Ordinal));
        Assert.All(SourcesNaming("Newtonsoft"), f => Assert.StartsWith("src/FocBot/Channels/Teams/", f, StringComparison.Ordinal));
    }

    [Fact]
    public void Lucene_and_the_encoder_stay_in_the_finder()
    {
        Assert.All(SourcesNaming("Lucene.Net"), f => Assert.StartsWith("src/FocBot.Search/", f, StringComparison.Ordinal));
        Assert.All(SourcesNaming("OnnxRuntime"), f => Assert.StartsWith("src/FocBot.Search/", f, StringComparison.Ordinal));
    }

    [Fact]
    public void SQL_stays_in_the_storage()
    {
        Assert.All(SourcesNaming("using Dapper"), f => Assert.StartsWith("src/FocBot.Storage/", f, StringComparison.Ordinal));
        Assert.All(SourcesNaming("using Npgsql"), f => Assert.StartsWith("src/FocBot.Storage/", f, StringComparison.Ordinal));
    }

    [Fact]
    public void No_room_shows_its_internals_to_another() =>
        Assert.All(Files("src", "*.csproj").SelectMany(File.ReadLines).Where(l => l.Contains("InternalsVisibleTo", StringComparison.Ordinal)), l =>
            Assert.Matches("Tests|Benchmarks", l));
}
