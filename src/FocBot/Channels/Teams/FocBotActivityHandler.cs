using FocBot.Core;
using FocBot.Storage;
using FocBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using BotChannels = Microsoft.Bot.Connector.Channels;

namespace FocBot.Channels.Teams;

/// <summary>What FocBot does on each kind of activity: text in, <see cref="TurnPipeline"/>, answer out.</summary>
sealed partial class FocBotActivityHandler(
    Bot bot, TurnPipeline pipeline, Installations installations, IOptions<ServerOptions> server, TimeProvider time, ILogger<FocBotActivityHandler> log)
    : TeamsActivityHandler
{
    internal const string ChannelName = "teams";

    readonly Func<string, string> absolute = server.Value.Absolute;

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        if (MessageText.Of(turnContext.Activity) is not { } text)
            return;
        var answer = await pipeline.RunAsync(ConversationOf(turnContext.Activity), text, cancellationToken);
        var message = AnswerMessage.From(answer, turnContext.Activity, absolute);
        // The next step takes the place of the one whose button was pressed.
        if (answer.Progress is not null && turnContext.Activity is { ChannelId: BotChannels.Msteams, Value: var pressed } && MessageText.IsStep(pressed))
            message.Id = turnContext.Activity.ReplyToId;
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        GreetAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        installations.RemoveAsync(ChannelName, InstallationOf(turnContext.Activity), SentAt(turnContext.Activity), cancellationToken);

    // Not OnMembersAddedAsync: the library calls it only when somebody besides the bot was added.
    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity is { MembersAdded: { } added, Recipient.Id: { } self } && added.Any(member => member?.Id == self)
            ? GreetAsync(turnContext, cancellationToken)
            : Task.CompletedTask;

    // Not the library's own switch: it does not know feedback, and a malformed value ends it in a fault.
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) => turnContext.Activity.Name switch
        {
            MessageExtension.Query => CreateInvokeResponse(await SearchAsync(turnContext.Activity, cancellationToken)),
            MessageExtension.SelectItem => CreateInvokeResponse(MessageExtension.Selected(turnContext.Activity.Value, bot.Catalogue, absolute)),
            "adaptiveCard/action" => CreateInvokeResponse(await PressAsync(turnContext.Activity, cancellationToken)),
            "message/submitAction" => CreateInvokeResponse(CountFeedback(turnContext.Activity.Value)),
            _ => new InvokeResponse { Status = StatusCodes.Status501NotImplemented },
        };

    async Task GreetAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (!await installations.AddAsync(ChannelName, InstallationOf(turnContext.Activity), SentAt(turnContext.Activity), cancellationToken))
            return;
        // A post of its own, not a reply.
        turnContext.Activity.Id = null;
        await turnContext.SendActivityAsync(Welcome.From(turnContext.Activity, bot, absolute), cancellationToken);
    }

    async Task<MessagingExtensionResponse> SearchAsync(IInvokeActivity asked, CancellationToken cancellationToken)
    {
        var excerpts = MessageExtension.WordsOf(asked.Value) is { } words
            ? (await pipeline.RunOnceAsync(ConversationOf(asked), words, cancellationToken)).Excerpts
            : MessageExtension.Recommendations(bot.Catalogue);
        return MessageExtension.Found(excerpts, absolute);
    }

    async Task<AdaptiveCardInvokeResponse> PressAsync(IInvokeActivity pressed, CancellationToken cancellationToken)
    {
        if (MessageText.OfButton(((pressed.Value as JObject)?["action"] as JObject)?["data"]) is not { } text)
        {
            return new()
            {
                StatusCode = StatusCodes.Status400BadRequest,
                Type = "application/vnd.microsoft.error",
                Value = new Error("BadRequest", "This button says nothing. Please type your question."),
            };
        }

        var card = AnswerCard.From(await pipeline.RunOnceAsync(ConversationOf(pressed), text, cancellationToken), absolute);
        return new() { StatusCode = StatusCodes.Status200OK, Type = AdaptiveCard.ContentType, Value = new JRaw(card.ToJson()) };
    }

    // Likes are counted; what was written with them is not kept.
    JObject CountFeedback(object? value)
    {
        if (MessageText.Text(((value as JObject)?["actionValue"] as JObject)?["reaction"]) is ("like" or "dislike") and var reaction)
        {
            Rated(reaction);
            TurnTelemetry.CountRating(ChannelName, reaction);
        }

        return [];
    }

    static ConversationKey ConversationOf(IActivity activity)
    {
        var conversation = activity.Conversation?.Id ?? "";
        return new(ChannelName, InstallationOf(activity), conversation, activity.From?.Id ?? conversation);
    }

    // The threads of a channel have ids of their own; the app is installed in the channel.
    static string InstallationOf(IActivity activity) => (activity.Conversation?.Id ?? "").Split(';')[0];

    // By the channel's clock: an old removal that comes late is told from a new one.
    DateTimeOffset SentAt(IActivity activity) => activity.Timestamp ?? time.GetUtcNow();

    [LoggerMessage(Level = LogLevel.Information, Message = "teams: an answer was rated: {Reaction}")]
    partial void Rated(string reaction);
}
