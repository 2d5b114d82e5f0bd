using FocBot.Core;
using FocBot.Storage;

namespace FocBot.Channels.Teams;

/// <summary>Works one activity behind its acknowledgement: answers messages, greets after an install, forgets after a removal.</summary>
sealed partial class TeamsTurn(Bot bot, Connector connector, Installations installations, Learners learners, RecentQuestions recent, Quotations quotations, TimeProvider time, ILogger<TeamsTurn> log) : IDelivered
{
    internal const string Name = "teams";

    // Teams asks for a sign of life within two seconds.
    static readonly TimeSpan SignOfLife = TimeSpan.FromMilliseconds(1_500);

    public string Channel => Name;

    public async Task Work(Delivery delivery, CancellationToken cancel)
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
                recent.Forget(Memory(activity, to));
                break;
            case ActivityTypes.InstallationUpdate when activity.Action?.StartsWith("add", StringComparison.Ordinal) == true:
            case ActivityTypes.ConversationUpdate when activity.MembersAdded?.Any(m => m?.Id is { } id && id == activity.Recipient?.Id) == true:
                if (installations.Add(Name, to.Conversation))
                    await connector.Send(to with { ActivityId = null }, Welcome.To(to, activity.From, bot.Catalogue, quotations), cancel);
                break;
        }
    }

    public async Task Apologise(Delivery delivery, string reference, CancellationToken cancel)
    {
        var activity = Delivered(delivery);
        if (activity.Type != ActivityTypes.Message || activity.Reference() is not { } to || Heard.In(activity) is null)
            return;
        var apology = new Answer(AnswerKind.Guidance,
            $"I am sorry: something went wrong on my side, and I could not answer. Please ask again; if it happens again, give your administrator this reference: {reference}.", [], [new("Help", "help")]);
        await connector.Send(to, TeamsMessage.Of(apology, to, quotations), cancel);
    }

    static Activity Delivered(Delivery delivery) => delivery.Read as Activity ?? Activity.Read(delivery.Payload)!;

    async Task Answer(Activity activity, ConversationReference to, CancellationToken cancel)
    {
        if (Heard.In(activity) is not { } said)
            return;
        var started = time.GetTimestamp();
        var memory = Memory(activity, to);
        var answer = bot.Reply(new(said, recent.Of(memory)) { Learner = learners.For(Name, activity.From?.Id ?? to.Conversation) });
        recent.Add(memory, said, answer);
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

        var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
        Answered(Name, answer.Kind, answer.Excerpts.Count, elapsed);
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

    // A follow-up is one person's, also where many talk.
    static string Memory(Activity activity, ConversationReference to) => $"{Name}\n{to.Conversation}\n{activity.From?.Id}";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Channel}: {Kind}, {Excerpts} excerpts, {Milliseconds:F0} ms")]
    partial void Answered(string channel, AnswerKind kind, int excerpts, double milliseconds);
}
