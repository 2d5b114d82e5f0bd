using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Tests.Storage;
using FocBot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;

namespace FocBot.Tests.Channels;

/// <summary>An answer that takes too long, on the channels that answer within the request: whoever asked is told, and the log says so without a word of
/// theirs.</summary>
public sealed class SlowAnswerTests : IAsyncLifetime
{
    const string Word = "zyzzyvaslow", Told = "This takes too long to answer.";

    readonly SteppedTime time = new();
    readonly CollectedLogs logs = new();
    readonly ManualResetEventSlim found = new();
    readonly RunningServer server;

    public SlowAnswerTests()
    {
        var search = new Mock<ISearch>();
        search.Setup(its => its.Find(It.IsAny<InterpretedQuestion>())).Callback(() => found.Wait(CancellationToken.None))
            .Returns(new SearchResult([], 0) { Explain = () => [] });
        server = new()
        {
            Services = services => services.AddSingleton<TimeProvider>(time).AddSingleton<ILoggerProvider>(logs)
                .AddSingleton(new Bot(ShippedContent.Catalogue, search.Object)),
        };
    }

    public ValueTask InitializeAsync() => server.InitializeAsync();

    [Fact]
    public async Task The_API_answers_503_with_a_problem()
    {
        var (status, body) = await PostAsync("api", "/api/answers", new StringContent($"{{\"question\": \"{Word}\"}}", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith(Told, JsonNode.Parse(body)!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/turn")]
    [InlineData("/statements/foc-2020-cybersecurity/quiz")]
    public async Task The_web_says_it_where_the_answer_would_be(string path)
    {
        var (status, body) = await PostAsync("web", path, new FormUrlEncodedContent([new("question", Word)]));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains(Told, WebUtility.HtmlDecode(body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "question")]
    [InlineData("search", "words")]
    public async Task An_assistant_gets_an_error_that_says_it(string tool, string argument)
    {
        var call = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = "tools/call",
            ["params"] = new JsonObject { ["name"] = tool, ["arguments"] = new JsonObject { [argument] = Word } },
        };
        server.Client.DefaultRequestHeaders.Accept.ParseAdd("application/json, text/event-stream");
        var (_, body) = await PostAsync("mcp", "/mcp", new StringContent(call.ToJsonString(), Encoding.UTF8, "application/json"));
        Assert.Contains("\"isError\":true", body, StringComparison.Ordinal);
        Assert.Contains(Told, body, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        found.Set();
        await server.DisposeAsync();
        found.Dispose();
        logs.Dispose();
    }

    async Task<(HttpStatusCode Status, string Body)> PostAsync(string channel, string path, HttpContent content)
    {
        var waits = new TaskCompletionSource();
        time.TimerCreated += (_, due) =>
        {
            if (due == TurnLimit.Compose)
                waits.TrySetResult();
        };
        var asked = server.Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        await waits.Task.WaitAsync(TestContext.Current.CancellationToken);
        time.Advance(TurnLimit.Compose);
        using var answer = await asked;
        Assert.Single(logs.Lines, line => line.Level == LogLevel.Error && line.Text.StartsWith($"{channel}: ", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Text.Contains(Word, StringComparison.Ordinal));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
