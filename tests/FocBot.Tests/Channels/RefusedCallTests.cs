using System.Net;
using System.Text;
using FocBot.Tests.Channels.Slack;
using FocBot.Tests.Channels.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FocBot.Tests.Channels;

/// <summary>A call that is refused leaves one line in the log, on the edge of every channel: where, with which status, and no word of it.</summary>
public sealed class RefusedCallTests : IDisposable
{
    readonly CollectedLogs logs = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Teams_with_a_token_that_is_none()
    {
        await using var teams = new TeamsServer { Services = Listen };
        await teams.InitializeAsync();
        await AssertRefusedAsync("POST /api/messages", await teams.Post(teams.Message(Canary.Word), token: "no-token"));
    }

    [Fact]
    public async Task Teams_without_credentials_from_behind_a_proxy()
    {
        await using var server = await StartAsync();
        server.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.1");
        await AssertRefusedAsync("POST /api/messages", await PostAsync(server, "/api/messages", Json($$"""{"type": "message", "text": "{{Canary.Word}}"}""")));
    }

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactivity")]
    public async Task Slack_with_a_signature_that_is_none(string path)
    {
        await using var slack = new SlackServer { Services = Listen };
        await slack.InitializeAsync();
        await AssertRefusedAsync($"POST {path}", await slack.Post(path, Canary.Word, "application/json", signature: "v0=0"));
    }

    [Theory]
    [InlineData("/turn")]
    [InlineData("/api/answers")]
    [InlineData("/mcp/")]
    public async Task Who_asks_too_much(string path)
    {
        await using var server = await StartAsync("--Server:QuestionsPerMinute=1");
        server.Client.DefaultRequestHeaders.Accept.ParseAdd("application/json, text/event-stream");
        await PostAsync(server, path, Body(path));
        await AssertRefusedAsync($"POST {path}", await PostAsync(server, path, Body(path)));
    }

    [Theory]
    [InlineData("/turn", 600_000)]
    [InlineData("/api/answers", 70_000)]
    [InlineData("/api/verifications", 300_000)]
    [InlineData("/api/messages", 300_000)]
    public async Task What_is_too_large(string path, int length)
    {
        await using var server = await StartAsync();
        await AssertRefusedAsync($"POST {path}", await PostAsync(server, path, Body(path, new string('a', length))));
    }

    public void Dispose() => logs.Dispose();

    static HttpContent Body(string path, string more = "") => path == "/turn"
        ? new FormUrlEncodedContent([new("question", Canary.Word + more)])
        : Json($$"""{"question": "{{Canary.Word}}{{more}}"}""");

    static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    static async Task<HttpResponseMessage> PostAsync(RunningServer server, string path, HttpContent content)
    {
        using var sent = content;
        return await server.Client.PostAsync(new Uri(path, UriKind.Relative), sent, Cancel);
    }

    async Task<RunningServer> StartAsync(params string[] settings)
    {
        var server = new RunningServer { Settings = settings, Services = Listen };
        await server.InitializeAsync();
        return server;
    }

    void Listen(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(logs);

    async Task AssertRefusedAsync(string call, HttpResponseMessage response)
    {
        using (response)
        {
            Assert.InRange(response.StatusCode, HttpStatusCode.BadRequest, (HttpStatusCode)499);
            await logs.FirstAsync($"{call} was refused: {(int)response.StatusCode}");
        }

        Assert.Single(logs.Lines, line => line.Text.Contains("was refused", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Text.Contains(Canary.Word, StringComparison.Ordinal));
    }
}
