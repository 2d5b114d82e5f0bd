using System.Net;
using FocBot.Channels.Teams;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Moq;

namespace FocBot.Tests.Channels.Teams;

/// <summary>What the adapter makes of what a channel does with a message.</summary>
public sealed class AdapterTests(TeamsServer teams) : IClassFixture<TeamsServer>
{
    readonly Mock<IConversations> conversations = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_is_sent_without_what_the_channel_knows_anyway()
    {
        (string, string?, ChannelAccount?, string?)? sent = null;
        Replies().Callback((string _, string _, Activity activity, Dictionary<string, List<string>> _, CancellationToken _) =>
                sent = (activity.ReplyToId, activity.Id, activity.Recipient, activity.ServiceUrl))
            .ReturnsAsync(new HttpOperationResponse<ResourceResponse> { Body = new("sent-1") });
        await Send();
        Assert.Equal(("a", null, null, null), sent);
    }

    [Fact]
    public async Task A_message_that_was_accepted_in_unreadable_words_is_not_sent_again()
    {
        Replies().ThrowsAsync(new SerializationException("Unable to deserialize the response."));
        await Send();
        conversations.VerifyAll();
    }

    [Fact]
    public async Task A_refusal_is_not_swallowed()
    {
        Replies().ThrowsAsync(new ErrorResponseException("Forbidden"));
        await Assert.ThrowsAsync<ErrorResponseException>(Send);
    }

    [Fact]
    public async Task A_client_is_kept_for_each_service_url_and_survives_its_disposal()
    {
        var clients = teams.Service<ConnectorClients>();
        var first = await clients.CreateAsync("https://one.example/", null!, Cancel);
        first.Dispose();
        Assert.Same(first, await clients.CreateAsync("https://one.example/", null!, Cancel));
        Assert.NotSame(first, await clients.CreateAsync("https://other.example/", null!, Cancel));
        Assert.NotNull(((ConnectorClient)first).HttpClient);
        // A tool that comes with ever new addresses fills no memory.
        for (var port = 1_000; port < 1_200; port++)
            await clients.CreateAsync($"http://127.0.0.1:{port}/", null!, Cancel);
        Assert.NotSame(first, await clients.CreateAsync("https://one.example/", null!, Cancel));
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", HttpStatusCode.BadRequest)]
    public async Task What_is_no_activity_is_refused(string type, HttpStatusCode status)
    {
        using var content = new StringContent("hello", System.Text.Encoding.UTF8, type);
        Assert.Equal(status, (await teams.Client.PostAsync("/api/messages", content, Cancel)).StatusCode);
    }

    Moq.Language.Flow.ISetup<IConversations, Task<HttpOperationResponse<ResourceResponse>>> Replies() =>
        conversations.Setup(c => c.ReplyToActivityWithHttpMessagesAsync(
            "c", "a", It.IsAny<Activity>(), It.IsAny<Dictionary<string, List<string>>>(), It.IsAny<CancellationToken>()));

    async Task Send()
    {
        var asked = new Activity(ActivityTypes.Message)
        {
            Id = "a",
            ChannelId = "msteams",
            ServiceUrl = "https://service.example",
            Conversation = new(id: "c"),
            From = new("user"),
            Recipient = new("bot"),
        };
        using var turn = new TurnContext(teams.Service<FocBotAdapter>(), asked);
        turn.TurnState.Add(Mock.Of<IConnectorClient>(client => client.Conversations == conversations.Object));
        await turn.SendActivityAsync(MessageFactory.Text("hello"), Cancel);
    }
}
