using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Channels.Slack;
using FocBot.Core;
using FocBot.Tests.Channels.Slack;

namespace FocBot.ClientTests;

/// <summary>What FocBot hears from Slack and says to it, judged by Slack's own packages.</summary>
public sealed class SlackJudgeTests(SlackServer slack) : IClassFixture<SlackServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_Bolt_accepts_is_accepted_and_what_it_refuses_is_refused()
    {
        const long now = 1_700_000_000;
        var deliveries = new List<(string Secret, string Body, string Timestamp, string Signature)>();
        foreach (var body in new[] { "", "{}", "payload=%7B%7D", "{\"text\":\"ü 🔐 \\u0000\"}" })
        {
            foreach (var age in new[] { 0, 1, 299, 301, 100_000 })
            {
                var timestamp = $"{now - age}";
                var good = SlackSignature.Of("secret", timestamp, Encoding.UTF8.GetBytes(body));
                deliveries.Add(("secret", body, timestamp, good));
                deliveries.Add(("secret", body + " ", timestamp, good));
                deliveries.Add(("other", body, timestamp, good));
                deliveries.Add(("secret", body, timestamp, good.ToUpperInvariant()));
                deliveries.Add(("secret", body, timestamp, good[3..]));
                deliveries.Add(("secret", body, timestamp, "v0="));
            }
        }

        var judged = JsonSerializer.Deserialize<bool[]>(await Node.Judge("signatures.cjs", new JsonArray([.. deliveries.Select(d => new JsonObject
        {
            ["secret"] = d.Secret,
            ["body"] = d.Body,
            ["timestamp"] = d.Timestamp,
            ["signature"] = d.Signature,
            ["now"] = now,
        })]).ToJsonString()))!;
        Assert.Contains(true, judged);
        Assert.Equal(judged, deliveries.Select(d =>
            SlackSignature.IsValid(d.Secret, d.Timestamp, d.Signature, Encoding.UTF8.GetBytes(d.Body), DateTimeOffset.FromUnixTimeSeconds(now))));
    }

    [Fact]
    public async Task Every_message_and_view_is_of_the_types_that_Slack_publishes()
    {
        var messages = new JsonArray();
        foreach (var question in (string[])["hi", "facial recognition", "list all recommendations",
            "Is Germany a member?", "zzzz qqqq", "ماذا يقول البيان عن حرية التعبير؟", "<!channel>"])
            messages.Add((JsonNode)await slack.Ask(slack.Event(question)));
        messages.Add(JsonNode.Parse(await (await slack.Command("encryption")).Content.ReadAsStringAsync(Cancel)));
        var bot = slack.Service<Bot>();
        var encryption = await bot.ReplyAsync(new("encryption"), Cancel);
        var views = new JsonArray(
            SlackViews.Ask("c", Labels.English),
            SlackViews.Home(bot.Catalogue, bot.Starters(), Absolute, await bot.ReplyAsync(new("score"), Cancel), "#help"),
            SlackViews.Answer(encryption, Absolute, "c", 1),
            SlackViews.Passage(encryption.Excerpts[0], Labels.English, Absolute),
            SlackViews.Citation(encryption.Excerpts[0], Absolute));
        Assert.Equal($"{messages.Count + views.Count} judged",
            (await Node.Judge("blocks.cjs", new JsonObject { ["messages"] = messages, ["views"] = views }.ToJsonString())).Trim());
    }

    static string Absolute(string path) => "https://foc.example.org" + path;

    [Fact]
    public async Task Slacks_own_Socket_Mode_client_gets_on_with_the_stand_in()
    {
        RequiredTools.NeedNode();
        await using var platform = await SlackPlatform.Start();
        var client = Node.Judge("socket.cjs", "", platform.Address + "/api/");
        var socket = await platform.NextSocket();
        foreach (var message in new[] { """{"type":"hello","num_connections":1}""", """{"type":"events_api","envelope_id":"e-1","accepts_response_payload":false,"payload":{"type":"event_callback","event":{"type":"message","text":"heard"}}}""" })
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, Cancel);
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer, Cancel);
        Assert.Equal("e-1", JsonNode.Parse(buffer.AsSpan(0, received.Count))!["envelope_id"]!.GetValue<string>());
        Assert.Equal("heard", (await client).Trim());
    }
}
