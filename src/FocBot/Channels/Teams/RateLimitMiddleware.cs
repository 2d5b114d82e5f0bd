using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace FocBot.Channels.Teams;

/// <summary>Holds messages back until the conversation's limits allow them.</summary>
/// <remarks>Without credentials only a tool on this machine listens, which has none of Teams' limits.</remarks>
sealed class RateLimitMiddleware(RateLimiter limiter, IOptions<TeamsOptions> options) : IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (options.Value.HasCredentials)
            turnContext.OnSendActivities((turn, activities, send) => SendAsync(turn.Activity.Conversation?.Id ?? "", activities, send, cancellationToken));
        return next(cancellationToken);
    }

    async Task<ResourceResponse[]> SendAsync(string conversation, List<Activity> activities, Func<Task<ResourceResponse[]>> send, CancellationToken cancellationToken)
    {
        // A typing indicator that would have to wait is not sent: it must not hold the answer up.
        if (activities.TrueForAll(activity => activity.Type == ActivityTypes.Typing))
            return limiter.Reserve(conversation) is null ? await send() : [];
        // The answer to an invoke goes out in the HTTP response.
        foreach (var _ in activities.Where(activity => activity.Type != ActivityTypesEx.InvokeResponse))
            await limiter.WaitAsync(conversation, cancellationToken);
        return await send();
    }
}
