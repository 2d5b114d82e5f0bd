using FocBot.Channels.Slack;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace FocBot.Tests.Channels.Slack;

/// <summary>A slash command whose answer takes longer than Slack waits.</summary>
public sealed class SlackLateCommandTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_acknowledged_in_time_and_answered_at_its_address(bool bySocket)
    {
        var (time, found, waits) = (new SteppedTime(), new TaskCompletionSource(), new TaskCompletionSource());
        var search = new Mock<ISearch>();
        search.Setup(its => its.Find(It.IsAny<InterpretedQuestion>())).Callback(() => found.Task.Wait(CancellationToken.None))
            .Returns(new SearchResult([], 0) { Explain = () => [] });
        void Services(IServiceCollection services) => services.AddSingleton<TimeProvider>(time).AddSingleton(new Bot(ShippedContent.Catalogue, search.Object));
        await using var slack = bySocket ? new SlackSocketServer { Services = Services } : new SlackServer { Services = Services };
        await slack.InitializeAsync();
        time.TimerCreated += (_, due) => _ = due == SlackReceiver.LongestAnswer && waits.TrySetResult();

        var sent = slack.Send(SlackEnvelope.Commands, slack.Typed("what about lighthouses"));
        await waits.Task.WaitAsync(TestContext.Current.CancellationToken);
        time.Advance(SlackReceiver.LongestAnswer);
        Assert.Null(await sent);
        found.SetResult();

        var answer = (await slack.Slack.Next("response_url")).Arguments;
        Assert.Equal("ephemeral", answer["response_type"]!.GetValue<string>());
        Assert.NotEmpty(SlackServer.Words(answer));
    }
}
