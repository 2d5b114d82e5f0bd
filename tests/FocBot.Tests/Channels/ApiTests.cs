using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace FocBot.Tests.Channels;

public sealed class ApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_answered_in_the_machine_form()
    {
        var answer = await Post("""{"question": "facial recognition"}""");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(body.GetProperty("answered").GetBoolean());
        var excerpt = body.GetProperty("excerpts")[0];
        Assert.Equal("foc-2020-cybersecurity#13", excerpt.GetProperty("passage").GetString());
        Assert.Contains(excerpt.GetProperty("key").GetString()!, excerpt.GetProperty("text").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"question": 5}""")]
    [InlineData("""{"question": null}""")]
    [InlineData("""{"question": "  "}""")]
    [InlineData("""{"history": []}""")]
    [InlineData("""{"question": "a", "history": "b"}""")]
    [InlineData("""{"question": "a", "history": [null]}""")]
    public async Task A_faulty_body_is_a_400_that_says_why(string body)
    {
        var answer = await Post(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_question_over_2000_characters_is_a_400() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Post($$"""{"question": "{{new string('a', 2001)}}"}""")).StatusCode);

    [Fact]
    public async Task A_body_over_64_KiB_is_a_413() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post($$"""{"question": "{{new string('a', 70_000)}}"}""")).StatusCode);

    [Theory]
    [InlineData("/")]
    [InlineData("/turn")]
    public async Task The_page_takes_a_long_conversation_in_any_script(string path)
    {
        var longest = new string('\u8A00', 2000);
        var answer = await Say(path, [.. Enumerable.Repeat(longest, 13)], longest);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(longest, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_carries_a_walk_by_next_alone_to_its_end()
    {
        var history = new List<string> { "tour" };
        for (var stop = 2; stop <= 10; stop++)
        {
            Assert.Contains($"Stop {stop} of", await (await Say("/turn", history, "next")).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            history.Add("next");
        }
    }

    [Theory]
    [InlineData("DELETE", "/api/answers", 405)]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("GET", "/api/statements/none", 404)]
    public async Task Faults_are_problem_details(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new(method), path);
        var answer = await server.Client.SendAsync(request, Cancel);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Another_content_type_is_a_415()
    {
        using var text = new StringContent("hello", Encoding.UTF8, "text/plain");
        var answer = await server.Client.PostAsync("/api/answers", text, Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Who_asks_too_much_is_asked_to_wait()
    {
        await using var strict = new RunningServer { Settings = ["--Server:QuestionsPerMinute=2"] };
        await strict.InitializeAsync();
        HttpResponseMessage? last = null;
        for (var i = 0; i < 3; i++)
            last = await strict.Client.PostAsJsonAsync("/api/answers", new { question = "encryption" }, Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        Assert.Equal("application/problem+json", last.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Statements_are_listed_and_shown_whole()
    {
        var list = await server.Client.GetFromJsonAsync<JsonElement>("/api/statements", Cancel);
        var id = list[0].GetProperty("id").GetString();
        var whole = await server.Client.GetFromJsonAsync<JsonElement>($"/api/statements/{id}", Cancel);
        Assert.Equal(34, whole.GetProperty("passages").GetArrayLength());
    }

    [Fact]
    public async Task The_interface_describes_itself()
    {
        var document = await server.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancel);
        Assert.True(document.GetProperty("paths").TryGetProperty("/api/answers", out _));
    }

    Task<HttpResponseMessage> Say(string path, List<string> history, string question) =>
        server.Client.PostAsync(new Uri(path, UriKind.Relative),
            new FormUrlEncodedContent(history.Select(h => KeyValuePair.Create("history", h)).Append(new("question", question))), Cancel);

    async Task<HttpResponseMessage> Post(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await server.Client.PostAsync("/api/answers", content, Cancel);
    }
}
