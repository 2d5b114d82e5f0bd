using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FocBot.Channels.Slack;
using FocBot.Tests.Channels.Slack;
using FocBot.Tests.Channels.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FocBot.Tests.Channels;

/// <summary>Whose turn fails is told, wherever they asked, with the reference that the log has too.</summary>
public sealed partial class ApologyTests : IAsyncLifetime
{
    const string Question = $"what about {Canary.Word}";

    readonly SlackServer slack = new() { Services = new Canary { Fails = true }.Listen };

    public ValueTask InitializeAsync() => slack.InitializeAsync();

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    [Fact]
    public async Task For_a_message_in_Teams()
    {
        using var logs = new CollectedLogs();
        await using var teams = new TeamsServer
        {
            Services = services =>
            {
                new Canary { Fails = true }.Listen(services);
                services.AddSingleton<ILoggerProvider>(logs);
            },
        };
        await teams.InitializeAsync();
        await AssertToldAsync((await teams.Ask(teams.Message(Question))).Activity, logs);
    }

    [Fact]
    public async Task For_a_message_in_Slack() => await AssertToldAsync(await slack.Answer(slack.Event(Question)), slack.Logs);

    [Fact]
    public async Task For_a_command_in_Slack() => await AssertToldAsync(await slack.Send(SlackEnvelope.Commands, slack.Typed(Question)), slack.Logs);

    [Theory]
    [InlineData(false, "chat.postMessage")]
    [InlineData(true, "response_url")]
    public async Task For_a_button_in_Slack(bool isEphemeral, string method)
    {
        await slack.Send(SlackEnvelope.Interactive, slack.Pressed(Question, "say-0", isEphemeral: isEphemeral));
        await AssertToldAsync((await slack.Slack.Next(method)).Arguments, slack.Logs);
    }

    [Fact]
    public async Task For_a_message_shortcut_and_a_window_in_Slack()
    {
        await slack.Send(SlackEnvelope.Interactive, Interaction("message_action", new() { ["message"] = new JsonObject { ["text"] = Question } }));
        await AssertToldAsync((await slack.Slack.Next("views.open")).Arguments["view"], slack.Logs);
        var typed = new JsonObject { ["block"] = new JsonObject { ["typed"] = new JsonObject { ["value"] = Question } } };
        await AssertToldAsync(await slack.Send(SlackEnvelope.Interactive, Interaction("view_submission",
            new() { ["view"] = new JsonObject { ["state"] = new JsonObject { ["values"] = typed } } })), slack.Logs);
    }

    static JsonObject Interaction(string type, JsonObject interaction)
    {
        (interaction["type"], interaction["trigger_id"]) = (type, Guid.NewGuid().ToString());
        (interaction["team"], interaction["user"]) = (new JsonObject { ["id"] = "T1" }, new JsonObject { ["id"] = "U1" });
        return interaction;
    }

    static async Task AssertToldAsync(JsonNode? told, CollectedLogs logs)
    {
        var reference = Reference().Match(told!.ToJsonString());
        Assert.True(reference.Success, told.ToJsonString());
        Assert.Equal(LogLevel.Error, (await logs.FirstAsync(reference.Groups[1].Value)).Level);
    }

    [GeneratedRegex("something went wrong on my side.*reference: ([0-9a-f]{8})", RegexOptions.Singleline)]
    private static partial Regex Reference();
}
