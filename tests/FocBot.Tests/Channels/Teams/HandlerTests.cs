using FocBot.Channels.Teams;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Moq;

namespace FocBot.Tests.Channels.Teams;

/// <summary>Conversations with the handler itself, without a network.</summary>
public sealed class HandlerTests(TeamsServer teams) : IClassFixture<TeamsServer>
{
    const uint NoWait = 1;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    IBot Handler => teams.Service<IBot>();

    [Theory]
    [InlineData("hi", "Ask me in your own words")]
    [InlineData("internet shutdowns for political reasons", "[1]")]
    [InlineData("tour", "Stop 1 of")]
    [InlineData("Is Germany a member of NATO?", "does not")]
    [InlineData("zzzz qqqq", "zzzz")]
    public Task What_is_said_is_answered(string said, string answered) =>
        Conversation().Send(said)
            .AssertReply(reply => Assert.Contains(answered, AllWords((Activity)reply), StringComparison.OrdinalIgnoreCase))
            .StartTestAsync();

    [Fact]
    public Task A_tour_goes_on_where_it_was() => Conversation()
        .Send("tour").AssertReplyContains("Stop 1 of")
        .Send("next").AssertReplyContains("Stop 2 of")
        .Send("back").AssertReplyContains("Stop 1 of")
        .StartTestAsync();

    [Fact]
    public Task An_install_is_greeted_once() => Conversation()
        .Send(new Activity(ActivityTypes.InstallationUpdate) { Action = "add" }).AssertReplyContains("I am FocBot")
        .Send(new Activity(ActivityTypes.InstallationUpdate) { Action = "add" }).AssertNoReply("it was greeted", NoWait)
        .StartTestAsync();

    [Fact]
    public Task In_a_group_only_a_mention_is_answered()
    {
        // As it is read from JSON.
        var mention = new Entity();
        mention.SetAs(new Mention(new("bot"), "<at>FocBot</at>"));
        return Conversation(isGroup: true)
            .Send(new Activity(ActivityTypes.Message) { Text = "<at>FocBot</at> encryption", Entities = [mention] }).AssertReplyContains("[1]")
            .Send("encryption").AssertNoReply("nobody asked the bot", NoWait)
            .StartTestAsync();
    }

    [Theory]
    [InlineData(ActivityTypes.Event)]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.MessageReaction)]
    [InlineData(ActivityTypes.EndOfConversation)]
    [InlineData("somethingNobodyHeardOf")]
    public async Task Other_activities_send_nothing(string type)
    {
        var turn = Turn(new(type) { MembersAdded = [] });
        await Handler.OnTurnAsync(turn.Object, Cancel);
        turn.Verify(t => t.SendActivityAsync(It.IsAny<IActivity>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Members_without_an_id_and_strangers_are_not_greeted()
    {
        var turn = Turn(new(ActivityTypes.ConversationUpdate)
        {
            MembersAdded = [null, new(), new("29:another")],
            Recipient = new("28:bot"),
            ChannelData = "nonsense",
        });
        await Handler.OnTurnAsync(turn.Object, Cancel);
        turn.Verify(t => t.SendActivityAsync(It.IsAny<IActivity>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    static Mock<ITurnContext> Turn(Activity activity)
    {
        var turn = new Mock<ITurnContext>();
        turn.SetupGet(t => t.Activity).Returns(activity);
        turn.SetupGet(t => t.TurnState).Returns([]);
        return turn;
    }

    TestFlow Conversation(bool isGroup = false) => new(new TestAdapter(new ConversationReference
    {
        ChannelId = "msteams",
        ServiceUrl = "https://service.example",
        User = new("user", "Ada"),
        Bot = new("bot", "FocBot"),
        Conversation = new(isGroup, isGroup ? "groupChat" : "personal", Guid.NewGuid().ToString()),
    }), Handler);

    static string AllWords(Activity reply) => $"{reply.Text} {((Newtonsoft.Json.Linq.JRaw)reply.Attachments[0].Content).Value}";
}
