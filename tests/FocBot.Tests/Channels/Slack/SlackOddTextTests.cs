using System.Net;
using FocBot.Channels.Slack;

namespace FocBot.Tests.Channels.Slack;

/// <summary>Text that no person types on purpose is answered all the same.</summary>
public sealed class SlackOddTextTests(SlackServer slack) : IClassFixture<SlackServer>
{
    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\ude00")]
    [InlineData("\\ude00\\ud83d")]
    public async Task Half_a_surrogate_pair_is_answered(string half)
    {
        var delivery = slack.Event("what about encryption HALF").ToJsonString().Replace("HALF", half, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await slack.Post("/slack/events", delivery, "application/json")).StatusCode);
        Assert.Contains("encryption", SlackServer.Words((await slack.Slack.Next()).Arguments), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactivity")]
    public async Task A_delivery_over_the_limit_is_413(string path) => Assert.Equal(HttpStatusCode.RequestEntityTooLarge,
        (await slack.Post(path, new string('a', 600_000), "application/json")).StatusCode);

    [Theory]
    [InlineData("<")]
    [InlineData("<|")]
    [InlineData("<@")]
    [InlineData("<@|")]
    public void Unclosed_references_cost_time_by_their_length_alone(string opening)
    {
        // A quadratic reading of this would take minutes.
        var read = SlackText.PlainText(string.Concat(Enumerable.Repeat(opening, 1_000_000)));
        Assert.True(read.Length <= 40_000);
    }
}
