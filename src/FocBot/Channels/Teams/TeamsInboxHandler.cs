using System.Text;
using FocBot.Storage;
using FocBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;

namespace FocBot.Channels.Teams;

/// <summary>Works the activities that were taken into the inbox, behind their acknowledgement.</summary>
sealed class TeamsInboxHandler(FocBotAdapter adapter, IBot bot, IOptions<ServerOptions> server) : IInboxHandler
{
    public string Channel => FocBotActivityHandler.ChannelName;

    public Task HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        BotCallbackHandler callback = delivery.Reply is { } reply ? (turn, turnCancel) => SendAgainAsync(turn, reply, turnCancel) : bot.OnTurnAsync;
        return adapter.ContinueAsync(ActivityOf(delivery), callback, cancel);
    }

    public Task ApologizeAsync(Delivery delivery, string reference, CancellationToken cancel)
    {
        var asked = ActivityOf(delivery);
        if (asked.Type != ActivityTypes.Message || MessageText.Of(asked) is null)
            return Task.CompletedTask;
        var apology = AnswerMessage.From(TurnPipeline.Apology(reference), asked, server.Value.Absolute);
        return adapter.ContinueAsync(asked, (turn, turnCancel) => turn.SendActivityAsync(apology, turnCancel), cancel);
    }

    /// <summary>Whether anything is done on activities like this one.</summary>
    internal static bool Handles(Activity activity) => activity is
    {
        Type: ActivityTypes.Message or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate,
        Conversation.Id.Length: > 0,
        ServiceUrl.Length: > 0,
    };

    /// <param name="activity">The activity.</param>
    /// <param name="body">The same as it came.</param>
    internal static Delivery DeliveryOf(Activity activity, byte[] body) =>
        new(FocBotActivityHandler.ChannelName, $"{activity.ChannelId}\n{activity.Conversation.Id}", activity.Id ?? Guid.NewGuid().ToString(), body);

    /// <summary>Activities as they are stored for the next try.</summary>
    internal static byte[] ReplyOf(IReadOnlyList<Activity> activities) =>
        Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(activities, ActivityJson.Settings));

    static async Task SendAgainAsync(ITurnContext turn, byte[] reply, CancellationToken cancel)
    {
        var activities = JsonConvert.DeserializeObject<Activity[]>(Encoding.UTF8.GetString(reply), ActivityJson.Settings)!;
        // A post of its own stays one.
        if (Array.TrueForAll(activities, activity => activity.ReplyToId is null))
            turn.Activity.Id = null;
        await turn.SendActivitiesAsync(activities, cancel);
    }

    // It was read once before it was accepted.
    static Activity ActivityOf(Delivery delivery) => ActivityReader.ReadWhole(delivery.Payload)!;
}
