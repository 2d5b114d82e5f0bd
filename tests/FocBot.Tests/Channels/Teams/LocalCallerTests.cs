using System.Net;
using System.Net.Http.Json;

namespace FocBot.Tests.Channels.Teams;

/// <summary>Without credentials: programs on this machine only, and only at their own addresses.</summary>
public sealed class LocalCallerTests(RunningServer server) : IClassFixture<RunningServer>, IAsyncLifetime
{
    BotFramework tool = null!;

    public async ValueTask InitializeAsync() => tool = await BotFramework.Start();

    public ValueTask DisposeAsync() => tool.DisposeAsync();

    [Fact]
    public async Task A_local_tool_is_answered_without_a_token()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await Post(tool.Address)).StatusCode);
        Assert.Null((await tool.Next()).Authorization);
    }

    [Fact]
    public async Task A_local_tool_may_take_replies_where_the_Agents_Playground_does()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await Post($"{tool.Address}/_connector")).StatusCode);
        Assert.StartsWith("/_connector/v3/conversations/", (await tool.Next()).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("http://127.0.0.1.elsewhere.example")]
    [InlineData("http://localhost.elsewhere.example")]
    [InlineData("LOCAL/admin/shutdown")]
    [InlineData("LOCAL/admin/shutdown#")]
    [InlineData("LOCAL/#")]
    [InlineData("LOCAL/?")]
    [InlineData("LOCAL/?x=")]
    [InlineData("LOCAL/_connector/../admin")]
    [InlineData("LOCAL/%2e%2e/admin")]
    [InlineData("http://user@127.0.0.1:1/")]
    [InlineData("http://user:word@localhost/")]
    [InlineData("http://127.0.0.1@elsewhere.example/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("urn:botframework:websocket:directline")]
    [InlineData("not an address")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Any_other_service_url_is_refused_and_nothing_is_sent(string? serviceUrl)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(serviceUrl?.Replace("LOCAL", tool.Address, StringComparison.Ordinal))).StatusCode);
        Assert.False(tool.HasMore);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.5")]
    [InlineData("X-Forwarded-Host", "foc.example.org")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("x-forwarded-client-cert", "x")]
    [InlineData("Forwarded", "for=203.0.113.5")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "203.0.113.5")]
    [InlineData("True-Client-IP", "203.0.113.5")]
    [InlineData("CF-Connecting-IP", "203.0.113.5")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Origin", "null")]
    [InlineData("Host", "rebound.example")]
    [InlineData("Host", "localhost.rebound.example")]
    [InlineData("Host", "10.0.0.1")]
    public async Task What_comes_by_a_proxy_a_web_page_or_another_name_is_refused(string header, string value)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(tool.Address, (header, value))).StatusCode);
        Assert.False(tool.HasMore);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:3978")]
    [InlineData("127.0.0.1:3978")]
    [InlineData("127.8.9.10")]
    [InlineData("[::1]:3978")]
    public async Task Every_name_of_this_machine_for_itself_will_do(string host) =>
        Assert.Equal(HttpStatusCode.Accepted, (await Post(tool.Address, ("Host", host))).StatusCode);

    async Task<HttpResponseMessage> Post(string? serviceUrl, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = JsonContent.Create(new
            {
                type = "message",
                id = Guid.NewGuid(),
                channelId = "emulator",
                serviceUrl,
                // One each: what another test sends nowhere waits for its next try, and holds its conversation up.
                conversation = new { id = Guid.NewGuid().ToString() },
                text = "encryption",
            }),
        };
        if (header is var (name, value))
            request.Headers.TryAddWithoutValidation(name, value);
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
