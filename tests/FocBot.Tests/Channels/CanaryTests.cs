using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using FocBot.Channels.Slack;
using FocBot.Tests.Channels.Slack;
using FocBot.Tests.Channels.Teams;

namespace FocBot.Tests.Channels;

/// <summary>A word that nobody else says is typed everywhere; afterwards it is in no log line of any level, and in no file that the program wrote.</summary>
public sealed class CanaryTests
{
    const string Word = Canary.Word, Question = $"what about {Word}";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "web: Nothing")]
    [InlineData(true, "A request failed: InvalidOperationException")]
    public async Task On_the_web_and_over_the_API(bool fails, string expected)
    {
        var (canary, server) = Listening(fails);
        await using var _ = server;
        await server.InitializeAsync();
        foreach (var path in new[]
        {
            $"/drafts/{Word}.docx", $"/recommendations?topic={Word}", $"/certificate?name={Word}", $"/course/certificate?name={Word}", $"/{Word}",
            $"/compare?about={Word}", $"/statements?topic={Word}", $"/api/answers?q={Word}", $"/api/statements/{Word}", $"/slack/install?state={Word}",
        })
            await server.Client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        foreach (var path in new[] { "/turn", "/", "/embed/turn", "/statements/foc-2020-cybersecurity/quiz" })
            await PostAsync(server, path, new FormUrlEncodedContent([new("question", Question), new("history", Word), new("choice", "")]));
        await server.Client.PostAsJsonAsync("/api/answers", new { question = Question, history = new[] { Word } }, Cancel);
        await server.Client.PostAsJsonAsync("/api/verifications", new { quote = Word }, Cancel);
        await PostAsync(server, "/api/answers", Json($"{{\"question\": {Word}"));
        await PostAsync(server, "/api/answers", Json($"{{\"{Word}\": 1}}"));
        canary.AssertUnheard(expected, server.Storage);
    }

    [Theory]
    [InlineData(false, "mcp: Nothing")]
    [InlineData(true, "mcp: a tool failed: InvalidOperationException")]
    public async Task By_assistants(bool fails, string expected)
    {
        var (canary, server) = Listening(fails);
        await using var _ = server;
        await server.InitializeAsync();
        server.Client.DefaultRequestHeaders.Accept.ParseAdd("application/json, text/event-stream");
        foreach (var (tool, argument) in new[]
        {
            ("ask", "question"), ("search", "words"), ("verify_quotation", "quotation"), ("get_passage", "id"), ("list_recommendations", "statement"),
            ("ask", Word), (Word, "question"),
        })
        {
            var called = new JsonObject { ["name"] = tool, ["arguments"] = new JsonObject { [argument] = Question } };
            await PostAsync(server, "/mcp", Json(Message("tools/call", called)));
        }

        await PostAsync(server, "/mcp", Json(Message("resources/read", new() { ["uri"] = $"focbot://statements/{Word}" })));
        await PostAsync(server, "/mcp", Json(Message(Word, [])));
        await PostAsync(server, "/mcp", Json($"{{\"jsonrpc\": {Word}"));
        canary.AssertUnheard(expected, server.Storage);
    }

    [Theory]
    [InlineData(false, "teams: Nothing")]
    [InlineData(true, "teams: a turn failed")]
    public async Task In_Teams(bool fails, string expected)
    {
        var canary = new Canary { Fails = fails };
        await using var teams = new TeamsServer { More = Canary.Settings, Services = canary.Listen };
        await teams.InitializeAsync();
        await teams.Ask(teams.Message(Question));
        await teams.Ask(teams.Mention(Question));
        // Not taken at first: the composed reply is stored until the next try.
        var isRefused = false;
        teams.Microsoft.Interrupt = context =>
        {
            if (isRefused)
                return Task.FromResult(false);
            context.Response.StatusCode = 503;
            return Task.FromResult(isRefused = true);
        };
        await teams.Ask(teams.Message($"paragraph {Word}"));
        JsonObject typed = new() { ["parameters"] = new JsonArray(new JsonObject { ["name"] = "searchTerm", ["value"] = Question }) };
        await teams.Invoke("composeExtension/query", typed);
        await teams.Invoke("adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["data"] = new JsonObject { ["says"] = Question } } });
        await teams.Invoke("message/submitAction", new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = "dislike", ["feedback"] = Word },
        });
        await teams.Invoke(Word, Word);
        await teams.Post($"{{\"type\": \"message\", \"text\": {Word}");
        await teams.Post(teams.Message(Question), token: Word);
        canary.AssertUnheard(expected, teams.Storage);
    }

    [Theory]
    [InlineData(false, "slack: Nothing")]
    [InlineData(true, "slack: a turn failed")]
    public async Task In_Slack(bool fails, string expected)
    {
        var canary = new Canary { Fails = fails };
        await using var slack = new SlackServer { More = Canary.Settings, Services = canary.Listen };
        await TypeIntoSlackAsync(slack);
        await slack.Post("/slack/events", $"{{\"event\": {Word}", "application/json");
        await slack.Post("/slack/events", slack.Event(Question).ToJsonString(), "application/json", signature: Word);
        canary.AssertUnheard(expected, slack.Storage);
    }

    [Theory]
    [InlineData(false, "slack: Nothing")]
    [InlineData(true, "slack: a turn failed")]
    public async Task By_Socket_Mode(bool fails, string expected)
    {
        var canary = new Canary { Fails = fails };
        await using var slack = new SlackSocketServer { More = Canary.Settings, Services = canary.Listen };
        await TypeIntoSlackAsync(slack);
        canary.AssertUnheard(expected, slack.Storage);
    }

    static async Task TypeIntoSlackAsync(SlackServer slack)
    {
        await slack.InitializeAsync();
        await slack.Answer(slack.Event(Question));
        await slack.Send(SlackEnvelope.Commands, slack.Typed(Question));
        await slack.Send(SlackEnvelope.Interactive, slack.Pressed(Question, "say-0"));
        await slack.Slack.Next();
        // The address that comes with a button is a secret too; not taken at first, so that it is stored until the next try.
        var pressed = slack.Pressed(Question, "say-0", isEphemeral: true);
        pressed["response_url"] = $"{slack.Slack.Address}/respond/{Word}";
        slack.Slack.RefuseResponses(1);
        await slack.Send(SlackEnvelope.Interactive, pressed);
        await slack.Slack.Next("response_url");
        await slack.Send(SlackEnvelope.Interactive, new()
        {
            ["type"] = "message_action",
            ["trigger_id"] = "t",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = "U1" },
            ["channel"] = new JsonObject { ["id"] = "C1" },
            ["message"] = new JsonObject { ["ts"] = "1.5", ["text"] = Question },
        });
        await slack.Slack.Next("views.open");
    }

    static (Canary, RunningServer) Listening(bool fails)
    {
        var canary = new Canary { Fails = fails };
        return (canary, new RunningServer { Settings = [.. Canary.Settings, "--Server:EmbedAncestors=https://example.org"], Services = canary.Listen });
    }

    static async Task PostAsync(RunningServer server, string path, HttpContent content)
    {
        using var sent = content;
        await server.Client.PostAsync(new Uri(path, UriKind.Relative), sent, Cancel);
    }

    static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    static string Message(string method, JsonObject parameters) =>
        new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 1, ["method"] = method, ["params"] = parameters }.ToJsonString();
}
