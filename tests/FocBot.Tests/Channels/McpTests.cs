using System.Net;
using System.Text;

namespace FocBot.Tests.Channels;

/// <summary>The Model Context Protocol's endpoint, for callers that do not keep to the protocol; who does is told by the client tests.</summary>
public sealed class McpTests(RunningServer server) : IClassFixture<RunningServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"jsonrpc": "1.0", "id": 1, "method": "tools/list"}""")]
    [InlineData("""{"jsonrpc": "2.0", "id": {}, "method": "tools/list"}""")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": 5}""")]
    public async Task What_is_no_message_is_the_callers_fault(string body) =>
        Assert.InRange((int)(await Post(server, body)).StatusCode, 400, 499);

    [Theory]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": "tools/call"}""")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "ask"}}""")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "ask", "arguments": {"question": 5}}}""")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "ask", "arguments": {"question": "a", "history": [null]}}}""")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "forget_everything"}}""")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": "resources/read", "params": {"uri": "file:///etc/passwd"}}""")]
    public async Task A_call_that_does_not_fit_is_answered_by_an_error(string body)
    {
        var answer = await Post(server, body);
        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.Matches("\"error\"|\"isError\":true|\"title\"", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Calls_count_among_the_questions_of_their_address()
    {
        await using var strict = new RunningServer { Settings = ["--Server:QuestionsPerMinute=1"] };
        await strict.InitializeAsync();
        const string list = """{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}""";
        Assert.Equal(HttpStatusCode.OK, (await Post(strict, list)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Post(strict, list)).StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("http://localhost:6274", HttpStatusCode.OK)]
    [InlineData("http://[::1]:6274", HttpStatusCode.OK)]
    [InlineData("https://foc.example.org", HttpStatusCode.OK)]
    [InlineData("https://intranet.example.org", HttpStatusCode.OK)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://foc.example.org", HttpStatusCode.Forbidden)]
    [InlineData("https://foc.example.org.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Pages_of_other_sites_are_refused_whatever_name_they_called(string? origin, HttpStatusCode expected)
    {
        await using var published = new RunningServer
        {
            Settings = ["--Server:PublicAddress=https://foc.example.org", "--Server:AllowedOrigins=https://intranet.example.org"],
        };
        await published.InitializeAsync();
        var answer = await Post(published, """{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}""", origin, host: "evil.example");
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(origin == "https://intranet.example.org", answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    static async Task<HttpResponseMessage> Post(RunningServer to, string body, string? origin = null, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Host = host;
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", origin);
        return await to.Client.SendAsync(request, Cancel);
    }
}
