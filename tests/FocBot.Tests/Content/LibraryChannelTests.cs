using System.Text.Json.Nodes;
using FocBot.Channels.Slack;
using FocBot.Tests.Channels.Slack;
using FocBot.Tests.Channels.Teams;

namespace FocBot.Tests.Content;

/// <summary>A library of three statements in Slack and in Teams.</summary>
public sealed class LibraryChannelTests : IDisposable
{
    readonly SmallLibrary library = new();

    string[] Settings => [$"--Content:Folder={library.Folder}", $"--Search:IndexFolder={library.Folder + "-index"}", "--Search:Encoder=false"];

    public void Dispose()
    {
        library.Dispose();
        Directory.Delete(library.Folder + "-index", recursive: true);
    }

    [Fact]
    public async Task Slacks_home_tab_lists_the_statements_the_newest_first_each_with_a_button_that_asks_it_alone()
    {
        await using var slack = new SlackServer { More = Settings };
        await slack.InitializeAsync();
        await slack.Send(SlackEnvelope.Events, new()
        {
            ["type"] = "event_callback",
            ["team_id"] = "T1",
            ["event_id"] = "E1",
            ["event"] = new JsonObject { ["type"] = "app_home_opened", ["user"] = "U1", ["tab"] = "home" },
        });
        var home = (await slack.Slack.Next("views.publish")).Arguments["view"]!;
        Assert.Equal(["use only lakes-2024-connectivity", "use only harbour-2022-spyware", "use only harbour-2019-automation"],
            home["blocks"]!.AsArray().Select(b => b!["accessory"]?["value"]?.GetValue<string>()).OfType<string>());
        Assert.Contains("/compare|Compare", SlackServer.Words(home), StringComparison.Ordinal);

        var pressed = slack.Pressed("use only harbour-2022-spyware", "statement-harbour-2022-spyware");
        pressed["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V1" };
        pressed["view"] = new JsonObject { ["id"] = "V1", ["type"] = "home" };
        await slack.Send(SlackEnvelope.Interactive, pressed);
        Assert.Contains("Harbour statement on spyware", SlackServer.Words((await slack.Slack.Next("views.open")).Arguments["view"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slacks_shortcut_finds_agreed_language_near_a_message()
    {
        await using var slack = new SlackServer { More = Settings };
        await slack.InitializeAsync();
        await slack.Send(SlackEnvelope.Interactive, new()
        {
            ["type"] = "message_action",
            ["callback_id"] = "language",
            ["trigger_id"] = "T",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = "U1" },
            ["message"] = new JsonObject { ["text"] = "Vendors must sell no tool for interception to a buyer without judicial oversight" },
        });
        Assert.Contains("Vendors [should] sell no tool for [surveillance] to a buyer",
            SlackServer.Words((await slack.Slack.Next("views.open")).Arguments["view"]!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vendors", "spyware statement", "harbour-2022-spyware")]
    [InlineData("surveillance", "automation", "harbour-2019-automation")]
    [InlineData("", "Lakes declaration", "lakes-2024-connectivity")]
    public async Task The_search_box_of_Teams_searches_in_the_statement_that_is_named_beside_the_words(string words, string statement, string id)
    {
        await using var teams = new TeamsServer { More = Settings };
        await teams.InitializeAsync();
        var (_, found) = await teams.Invoke("composeExtension/query", new JsonObject
        {
            ["parameters"] = new JsonArray(Parameter("words", words), Parameter("statement", statement)),
        });
        Assert.All(found!["composeExtension"]!["attachments"]!.AsArray(), attachment =>
            Assert.StartsWith($"{id}#", attachment!["preview"]!["content"]!["tap"]!["value"]!["passage"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.NotEmpty(found["composeExtension"]!["attachments"]!.AsArray());
    }

    static JsonObject Parameter(string name, string value) => new() { ["name"] = name, ["value"] = value };
}
