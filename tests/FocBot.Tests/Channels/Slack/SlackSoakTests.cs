using FocBot.Benchmarks;

namespace FocBot.Tests.Channels.Slack;

/// <summary>One minute of the soak, in time that passes faster.</summary>
public sealed class SlackSoakTests
{
    [Fact]
    public async Task Whatever_an_unreliable_Slack_does_every_event_is_answered_once()
    {
        var (delivered, lost, doubled, summary) = await SlackSoak.RunAsync(seed: 20_201, TimeSpan.FromMinutes(1), speed: 5);
        Assert.True(delivered > 60 && lost == 0 && doubled == 0, summary);
        TestContext.Current.SendDiagnosticMessage(summary);
    }
}
