using System.Net;
using System.Text.Json.Nodes;
using FocBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FocBot.Tests.Channels;

/// <summary>The server's edge: proxies, limits, health, storage faults, as a caller meets them.</summary>
public sealed class EdgeTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("127.0.0.0/8", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.TooManyRequests)]
    [InlineData("10.0.0.1", HttpStatusCode.TooManyRequests)]
    public async Task People_behind_a_named_proxy_have_limits_of_their_own(string trusted, HttpStatusCode second)
    {
        await using var server = new RunningServer { Settings = ["--Server:QuestionsPerMinute=1", $"--Server:TrustedProxies={trusted}"] };
        await server.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, "203.0.113.1")).StatusCode);
        Assert.Equal(second, (await AskAsync(server, "203.0.113.2")).StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_https_the_cookie_is_secure()
    {
        await using var server = new RunningServer { Settings = ["--Server:TrustedProxies=127.0.0.1"] };
        await server.InitializeAsync();
        using var request = Turn("tour");
        request.Headers.Add("X-Forwarded-Proto", "https");
        Assert.Contains("secure", (await server.Client.SendAsync(request, Cancel)).Headers.GetValues("Set-Cookie")
            .Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Pages_have_a_limit_too_and_health_has_none()
    {
        await using var server = new RunningServer { Settings = ["--Server:QuestionsPerMinute=1"] };
        await server.InitializeAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
            statuses.Add((await server.Client.GetAsync(new Uri("/privacy", UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses.Take(9));
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_take_a_visitors_progress_away()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        using var request = Turn("tour");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        var response = await server.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Without_its_database_the_server_answers_pages_refuses_deliveries_and_is_not_ready()
    {
        using var logs = new CollectedLogs();
        await using var server = new RunningServer { Services = services => services.AddSingleton<ILoggerProvider>(logs) };
        await server.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(server));
        File.Delete(server.Storage);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(server));
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel)).StatusCode);
        using var turn = Turn("tour");
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(turn, Cancel)).StatusCode);
        using var forget = Turn("forget me");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.SendAsync(forget, Cancel)).StatusCode);
        using var activity = new StringContent(new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1",
            ["channelId"] = "emulator",
            ["serviceUrl"] = "http://127.0.0.1:1",
            ["text"] = "hi",
            ["from"] = new JsonObject { ["id"] = "u" },
            ["recipient"] = new JsonObject { ["id"] = "b" },
            ["conversation"] = new JsonObject { ["id"] = "c" },
        }.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        var refused = await server.Client.PostAsync(new Uri("/api/messages", UriKind.Relative), activity, Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        foreach (var told in new[] { "A request is refused because nothing can be stored", "Progress can't be read or stored" })
            Assert.Contains(logs.Lines, line => line.Text.Contains($"{told}: {server.Storage} was deleted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_follow_up_is_understood_whichever_replica_hears_it()
    {
        await using var storage = await TestStorage.CreateAsync(TestStorage.PostgreSql);
        await using var one = new RunningServer { Settings = storage.Settings };
        await using var other = new RunningServer { Settings = storage.Settings };
        await one.InitializeAsync();
        await other.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(one));
        var key = new FocBot.Storage.ConversationKey("teams", "i", "c", "u");
        await one.Service<FocBot.Turns.TurnPipeline>().RunAsync(key, "What is encryption?", Cancel);
        Assert.Equal(["What is encryption?"], await other.Service<FocBot.Storage.ConversationHistory>().FindAsync(key, Cancel));
        NpgsqlConnection.ClearAllPools();
    }

    static async Task<HttpStatusCode> ReadyAsync(RunningServer server) =>
        (await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel)).StatusCode;

    static async Task<HttpResponseMessage> AskAsync(RunningServer server, string address)
    {
        using var request = Turn("hi");
        request.Headers.Add("X-Forwarded-For", address);
        return await server.Client.SendAsync(request, Cancel);
    }

    static HttpRequestMessage Turn(string question) => new(HttpMethod.Post, "/turn") { Content = new FormUrlEncodedContent([new("question", question)]) };
}
