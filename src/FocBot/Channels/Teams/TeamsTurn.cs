using FocBot.Core;
using FocBot.Storage;
using FocBot.Turns;

namespace FocBot.Channels.Teams;

/// <summary>Works one activity behind its acknowledgement: answers messages, greets after an install, forgets after a removal.</summary>
sealed class TeamsTurn(Bot bot, TurnPipeline pipeline, Connector connector, Installations installations, ConversationHistory history, Quotations quotations, TimeProvider time)
    : IInboxHandler
{
    internal const string Name = "teams";

    // Teams asks for a sign of life within two seconds.
    static readonly TimeSpan SignOfLife = TimeSpan.FromMilliseconds(1_500);

    public string Channel => Name;

    public async Task HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        var activity = Delivered(delivery);
        if (activity.Reference() is not { } to)
            return;
        switch (activity.Type)
        {
            case ActivityTypes.Message:
                await Answer(activity, to, cancel);
                break;
            case ActivityTypes.InstallationUpdate when activity.Action?.StartsWith("remove", StringComparison.Ordinal) == true:
                installations.Remove(Name, to.Conversation);
                history.Forget(ConversationOf(activity, to));
                break;
            case ActivityTypes.InstallationUpdate when activity.Action?.StartsWith("add", StringComparison.Ordinal) == true:
            case ActivityTypes.ConversationUpdate when activity.MembersAdded?.Any(m => m?.Id is { } id && id == activity.Recipient?.Id) == true:
                if (installations.Add(Name, to.Conversation))
                    await connector.Send(to with { ActivityId = null }, Welcome.To(to, activity.From, bot.Catalogue, quotations), cancel);
                break;
        }
    }

    public async Task ApologizeAsync(Delivery delivery, string reference, CancellationToken cancel)
    {
        var activity = Delivered(delivery);
        if (activity.Type != ActivityTypes.Message || activity.Reference() is not { } to || Heard.In(activity) is null)
            return;
        await connector.Send(to, TeamsMessage.Of(TurnPipeline.Apology(reference), to, quotations), cancel);
    }

    static Activity Delivered(Delivery delivery) => delivery.Read as Activity ?? Activity.Read(delivery.Payload)!;

    async Task Answer(Activity activity, ConversationReference to, CancellationToken cancel)
    {
        if (Heard.In(activity) is not { } said)
            return;
        var answer = await pipeline.RunAsync(ConversationOf(activity, to), said, cancel);
        var sent = connector.Send(to, TeamsMessage.Of(answer, to, quotations), cancel);
        try
        {
            await sent.WaitAsync(SignOfLife, time, cancel);
        }
        catch (TimeoutException)
        {
            if (!sent.IsCompleted)
                await Typing(to, cancel);
            await sent;
        }
    }

    async Task Typing(ConversationReference to, CancellationToken cancel)
    {
        try
        {
            await connector.Send(to, new() { Type = ActivityTypes.Typing }, cancel);
        }
        catch (HttpRequestException)
        {
            // A courtesy: the answer itself is under way.
        }
    }

    static ConversationKey ConversationOf(Activity activity, ConversationReference to) => new(Name, to.Conversation, activity.From?.Id ?? to.Conversation);
}
