using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace FocBot.Tests.Channels;

/// <summary>What the API offers beside its answers: a short form, tags, origins, a description with examples, a page for people.</summary>
public sealed class ApiFormTests(RunningServer server) : IClassFixture<RunningServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_in_the_address_gets_the_same_answer_as_one_in_a_body()
    {
        var byAddress = await server.Client.GetStringAsync("/api/answers?q=facial+recognition", Cancel);
        var byBody = await (await server.Client.PostAsJsonAsync("/api/answers", new { question = "facial recognition" }, Cancel)).Content.ReadAsStringAsync(
            Cancel);
        Assert.Equal(byBody, byAddress);
    }

    [Theory]
    [InlineData("/api/answers")]
    [InlineData("/api/answers?q=")]
    [InlineData("/api/answers?q=%20")]
    public async Task No_question_is_a_400_that_says_so(string address)
    {
        var answer = await server.Client.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("The question is empty.", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/api/statements")]
    [InlineData("/api/statements/foc-2020-cybersecurity")]
    public async Task Who_has_the_statements_already_is_not_sent_them_again(string address)
    {
        var first = await server.Client.GetAsync(address, Cancel);
        Assert.NotNull(first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await Get(address, "If-None-Match", first.Headers.ETag.ToString())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(address, "If-None-Match", "\"another\"")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(address, "If-None-Match", "not a tag")).StatusCode);
    }

    [Fact]
    public async Task A_statement_that_is_not_there_has_no_tag() =>
        Assert.Null((await server.Client.GetAsync("/api/statements/none", Cancel)).Headers.ETag);

    [Theory]
    [InlineData("https://intranet.example.org", "https://intranet.example.org")]
    [InlineData("https://evil.example", null)]
    public async Task Only_sites_that_the_settings_name_may_read_answers_in_a_browser(string origin, string? allowed)
    {
        await using var open = new RunningServer { Settings = ["--Server:AllowedOrigins=https://foc.example.org, https://intranet.example.org"] };
        await open.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/statements");
        request.Headers.Add("Origin", origin);
        var answer = await open.Client.SendAsync(request, Cancel);
        Assert.Equal(allowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task Every_operation_is_described_and_examples_are_what_the_server_answers()
    {
        var document = await server.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancel);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            Assert.All(path.Value.EnumerateObject(), o =>
                Assert.True(o.Value.TryGetProperty("summary", out _) && o.Value.TryGetProperty("operationId", out _), $"{o.Name} {path.Name}"));
        var ask = document.GetProperty("paths").GetProperty("/api/answers").GetProperty("post");
        var request = ask.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");
        var response = ask.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("example");
        Assert.NotEmpty(request.GetProperty("question").GetString()!);
        Assert.NotEmpty(response.GetProperty("excerpts")[0].GetProperty("citation").GetString()!);
        foreach (var path in (string[])["/api/answers", "/api/statements", "/api/statements/{id}"])
            Assert.NotEmpty(Example(path).ToString());
        Assert.Equal("foc-2020-cybersecurity#1", Example("/api/statements/{id}").GetProperty("passages")[0].GetProperty("id").GetString());
        Assert.Equal("foc-2020-cybersecurity", document.GetProperty("paths").GetProperty("/api/statements/{id}").GetProperty("get")
            .GetProperty("parameters")[0].GetProperty("example").GetString());

        JsonElement Example(string path) => document.GetProperty("paths").GetProperty(path).GetProperty("get")
            .GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("example");
    }

    [Fact]
    public async Task A_person_can_read_what_there_is()
    {
        var page = await server.Client.GetStringAsync("/api", Cancel);
        Assert.All((string[])["/api/answers", "/api/verifications", "/api/statements", "/openapi/v1.json", "/mcp"], address =>
            Assert.Contains(address, page, StringComparison.Ordinal));
    }

    async Task<HttpResponseMessage> Get(string address, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header, value);
        return await server.Client.SendAsync(request, Cancel);
    }
}
