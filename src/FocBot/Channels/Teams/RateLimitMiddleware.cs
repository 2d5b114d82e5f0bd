using FocBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace FocBot.Channels.Teams;

/// <summary>Holds messages back until the conversation's limits allow them; what would have to wait long goes back to the inbox.</summary>
/// <remarks>Without credentials only a tool on this machine listens, which has none of Teams' limits.</remarks>
sealed class RateLimitMiddleware(RateLimiter limiter, IOptions<TeamsOptions> options) : IMiddleware
{
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        // Replies to an invoke, or to whoever expects them there, go out in the HTTP response.
        if (options.Value.HasCredentials && turnContext.Activity is { Type: not ActivityTypes.Invoke, DeliveryMode: not DeliveryModes.ExpectReplies })
            turnContext.OnSendActivities((turn, activities, send) => SendAsync(turn.Activity.Conversation.Id, activities, send, cancellationToken));
        return next(cancellationToken);
    }

    async Task<ResourceResponse[]> SendAsync(
        string conversation, List<Activity> activities, Func<Task<ResourceResponse[]>> send, CancellationToken cancellationToken)
    {
        // A typing indicator that would have to wait is not sent: it must not hold the answer up.
        if (activities.TrueForAll(activity => activity.Type == ActivityTypes.Typing))
            return limiter.Reserve(conversation) is null ? await send() : [];
        foreach (var _ in activities)
        {
            if (await limiter.WaitAsync(conversation, LongestWait, cancellationToken) is { } wait)
                throw new ReplyRefusedException("the conversation's rate limit", wait) { Reply = TeamsInboxHandler.ReplyOf(activities) };
        }

        return await send();
    }
}
