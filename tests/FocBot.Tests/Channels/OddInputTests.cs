using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using FocBot.Channels;

namespace FocBot.Tests.Channels;

/// <summary>Input that no honest client sends gets a 4xx that says what to do, over the real server.</summary>
public sealed class OddInputTests(RunningServer server) : IClassFixture<RunningServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/messages", "application/json", 300_000)]
    [InlineData("/api/verifications", "application/json", 100_000)]
    [InlineData("/api/answers", "application/json", 100_000)]
    [InlineData("/turn", "application/x-www-form-urlencoded", 400_000)]
    [InlineData("/", "application/x-www-form-urlencoded", 400_000)]
    public async Task A_body_over_the_limit_is_413(string path, string type, int length)
    {
        using var body = new StringContent($"{{\"type\":\"message\",\"text\":\"{new string('a', length)}\"}}", Encoding.UTF8, new MediaTypeHeaderValue(type));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await server.Client.PostAsync(path, body, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("/turn")]
    [InlineData("/")]
    public async Task A_form_of_too_many_fields_is_400(string path)
    {
        using var body = new StringContent(string.Join('&', Enumerable.Range(0, 2_000).Select(i => $"f{i}=1")),
            Encoding.UTF8, "application/x-www-form-urlencoded");
        var response = await server.Client.PostAsync(path, body, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("fields", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"question\"\r\n\r\nhi")]
    [InlineData("multipart/form-data", "anything")]
    [InlineData("multipart/form-data; boundary=x", "no boundary at all")]
    public async Task A_broken_multipart_form_is_400(string type, string text)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.PostAsync("/turn", body, Cancel)).StatusCode);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced_and_all_else_stays() =>
        Gen.OneOf(Gen.Const("\\ud83d"), Gen.Const("\\uDE00"), Gen.Const("\\uD83D\\uDE00"),
            Gen.Const("\\\\ud83d"), Gen.Const("\\n"), Gen.Const("word "), Gen.Const("é"), Gen.Const("\\u00e9"))
            .Array[0, 12].Sample(pieces =>
            {
                var json = $"{{\"text\":\"{string.Concat(pieces)}\"}}";
                var read = JsonNode.Parse(JsonSurrogates.Repair(Encoding.UTF8.GetBytes(json)))!["text"]!.GetValue<string>();
                // Newtonsoft-like reading, by hand: each piece for itself, halves that meet make a pair.
                var expected = string.Concat(pieces.Select(p => p switch
                {
                    "\\ud83d" => "\ud83d",
                    "\\uDE00" => "\ude00",
                    "\\uD83D\\uDE00" => "\ud83d\ude00",
                    "\\\\ud83d" => "\\ud83d",
                    "\\n" => "\n",
                    "\\u00e9" => "é",
                    _ => p,
                }));
                Assert.Equal(string.Concat(expected.EnumerateRunes().Select(r => r.ToString())), read);
            });
}
