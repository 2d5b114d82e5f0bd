using FocBot.Storage;
using FocBot.Turns;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace FocBot.Channels.Teams;

/// <summary>The door for Bot Framework: authenticates a request, then answers it at once (an invoke) or takes it into the inbox.</summary>
/// <remarks>
/// Differs from Bot Builder's CloudAdapter: nothing nested is built before the caller is authenticated, and a turn outlives its request.
/// No logger is handed on, because the library writes conversation ids; OnTurnError stays unset, because it would swallow faults.
/// </remarks>
sealed class FocBotAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    /// <summary>The largest activity, in bytes: Teams sends up to about 100 KB.</summary>
    internal const int LargestActivity = 256 * 1024;

    readonly FocBotAuthentication authentication;
    readonly Inbox inbox;
    readonly bool onlyLocal;

    public FocBotAdapter(
        FocBotAuthentication authentication, Inbox inbox, RateLimitMiddleware rateLimit, TypingMiddleware typing, IOptions<TeamsOptions> options)
        : base(authentication)
    {
        (this.authentication, this.inbox, onlyLocal) = (authentication, inbox, !options.Value.HasCredentials);
        // In this order: an answer that the limits hold back is still being typed.
        Use(rateLimit).Use(typing);
    }

    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default) =>
        await (await ReceiveAsync(httpRequest, bot, cancellationToken)).ExecuteAsync(httpRequest.HttpContext);

    /// <summary>Works an activity that was taken into the inbox, as if it had just come.</summary>
    internal Task ContinueAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueConversationAsync(authentication.BotIdentity, activity, callback, cancellationToken);

    /// <remarks>A message with an id takes the place of that message, where the channel lets it.</remarks>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        foreach (var activity in activities)
        {
            // Both are known to the channel; a connector takes neither from a bot.
            (activity.ServiceUrl, activity.Recipient) = (null, null);
        }

        try
        {
            return activities is [{ Id: { Length: > 0 } } one] && await ReplaceAsync(turnContext, one, cancellationToken) is { } response
                ? [response]
                : await base.SendActivitiesAsync(turnContext, activities, cancellationToken);
        }
        catch (SerializationException)
        {
            // The channel accepted the message and said so in words of its own: sending it again would double it.
            return [.. activities.Select(_ => new ResourceResponse())];
        }
        catch (Exception fault) when (fault is MsalException or HttpRequestException)
        {
            throw new ReplyRefusedException($"the bot's own token can't be had ({fault.GetType().Name})", cause: fault)
            {
                Reply = TeamsInboxHandler.ReplyOf(activities),
            };
        }
        catch (ReplyRefusedException refused)
        {
            refused.Reply = TeamsInboxHandler.ReplyOf(activities);
            throw;
        }
        catch (ReplyUncertainException uncertain)
        {
            uncertain.Reply = TeamsInboxHandler.ReplyOf(activities);
            throw;
        }
    }

    async Task<ResourceResponse?> ReplaceAsync(ITurnContext turnContext, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            return await UpdateActivityAsync(turnContext, message, cancellationToken);
        }
        catch (ReplyRefusedException refused) when (refused.IsPermanent)
        {
            return null;
        }
    }

    async Task<IResult> ReceiveAsync(HttpRequest request, IBot bot, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            return TypedResults.Problem("Send an activity as JSON.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        var body = JsonSurrogates.Repair(await request.ReadWhole(cancellationToken));
        if (ActivityReader.ReadHead(body) is not { } head)
            return NoActivity();
        if (onlyLocal && !LocalCaller.IsLocal(request))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        try
        {
            var caller = await authentication.AuthenticateRequestAsync(head, request.Headers.Authorization.ToString(), cancellationToken);
            return await AnswerAsync(caller, body, bot, cancellationToken);
        }
        catch (CallerRefusedException refused)
        {
            return TypedResults.StatusCode(refused.Status);
        }
    }

    async Task<IResult> AnswerAsync(AuthenticateRequestResult caller, byte[] body, IBot bot, CancellationToken cancellationToken)
    {
        if (ActivityReader.ReadWhole(body) is not { } activity)
            return NoActivity();
        if (activity.Type == ActivityTypes.Invoke || activity.DeliveryMode == DeliveryModes.ExpectReplies)
            return ResultOf(await ProcessActivityAsync(caller, activity, bot.OnTurnAsync, cancellationToken));
        if (TeamsInboxHandler.Handles(activity))
            await inbox.AcceptAsync(TeamsInboxHandler.DeliveryOf(activity, body), cancellationToken);
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    static IResult ResultOf(InvokeResponse response) => response.Body is null
        ? TypedResults.StatusCode(response.Status)
        : TypedResults.Text(JsonConvert.SerializeObject(response.Body, ActivityJson.Settings), "application/json", statusCode: response.Status);

    static ProblemHttpResult NoActivity() => TypedResults.Problem("The body is not an activity.", statusCode: StatusCodes.Status400BadRequest);
}
