using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace FocBot.Channels.Teams;

/// <summary>Shows that the bot is typing while an answer takes long. It never comes after the answer, and its failure never costs one.</summary>
sealed class TypingMiddleware(TimeProvider time) : IMiddleware
{
    // Teams asks for a sign of life within two seconds.
    static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(1_500), LongestRequest = TimeSpan.FromSeconds(1);

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
        {
            await next(cancellationToken);
            return;
        }

        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = ShowTypingAsync(turnContext, answered.Token, cancellationToken);
        turnContext.OnSendActivities(async (_, activities, send) =>
        {
            if (activities.Exists(activity => activity.Type != ActivityTypes.Typing))
                await StopAsync();
            return await send();
        });
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await StopAsync();
        }

        async Task StopAsync()
        {
            await answered.CancelAsync();
            await typing;
        }
    }

    async Task ShowTypingAsync(ITurnContext turnContext, CancellationToken answered, CancellationToken cancellationToken)
    {
        // Nearly every turn is answered before: that is no exception.
        await Task.Delay(Delay, time, answered).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (answered.IsCancellationRequested)
            return;
        try
        {
            // Once begun it is waited for, or it could arrive after the answer.
            using var limit = new CancellationTokenSource(LongestRequest, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            await turnContext.SendActivityAsync(new Activity(ActivityTypes.Typing), either.Token);
        }
#pragma warning disable CA1031 // A courtesy: whatever goes wrong with it, the answer is what matters.
        catch (Exception)
#pragma warning restore CA1031
        {
            // No sign of typing, then.
        }
    }
}
