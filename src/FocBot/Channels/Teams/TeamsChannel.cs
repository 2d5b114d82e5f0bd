using System.Text.Json;
using FocBot.Core;
using FocBot.Turns;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Teams;

/// <summary>FocBot in Microsoft Teams: <c>POST /api/messages</c>, spoken to by Bot Framework.</summary>
static partial class TeamsChannel
{
    /// <summary>The largest activity, in bytes: Teams sends up to about 100 KB.</summary>
    internal const int LargestActivity = 256 * 1024;

    internal static void AddTeams(this IServiceCollection services)
    {
        services.AddOptions<TeamsOptions>().BindConfiguration(TeamsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidator>();
        services.AddHttpClient(nameof(CallerCheck), client => client.Timeout = TimeSpan.FromSeconds(15));
        services.AddHttpClient(nameof(BotToken), client => client.Timeout = TimeSpan.FromSeconds(30));
        services.AddHttpClient(nameof(Connector), client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = LargestActivity;
        }).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(Connector.Handler)
            .AddHttpMessageHandler(its => Connector.Persistence(its.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CallerCheck>();
        services.AddSingleton<BotToken>();
        services.AddSingleton<Pace>();
        services.AddSingleton(its => new Quotations(its.GetRequiredService<IOptions<ServerOptions>>().Value.Absolute));
        services.AddSingleton<Connector>();
        services.AddSingleton<TeamsInvoke>();
        services.AddSingleton<IInboxHandler, TeamsTurn>();
        services.AddSingleton<IHealthCheck, TeamsCheck>();
    }

    internal static void MapTeams(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<TeamsOptions>>().Value.HasCredentials)
            LocalOnly(app.Logger);
        app.MapPost("/api/messages", Hear).ExcludeFromDescription().Holds(LargestActivity);
    }

    static async Task<IResult> Hear(HttpContext context, CallerCheck check, TeamsInvoke invoke, InboxWorker deliveries, CancellationToken cancel)
    {
        if (!context.Request.HasJsonContentType())
            return TypedResults.Problem("Send an activity as JSON.", statusCode: 415);
        var body = JsonSurrogates.Repair(await context.Request.ReadWhole(cancel));
        if (Read(body) is not { Type: not null } activity)
            return TypedResults.Problem("The body is not an activity.", statusCode: 400);
        if (await check.Refuses(context, activity, cancel) is { } status)
            return TypedResults.StatusCode(status);
        if (activity.Type == ActivityTypes.Invoke)
        {
            var (answered, its) = await invoke.AnswerAsync(activity, cancel);
            return its is null ? TypedResults.StatusCode(answered) : TypedResults.Json(its, ActivityJson.Default.JsonObject, statusCode: answered);
        }

        if (activity.Type is ActivityTypes.Message or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate && activity.Reference() is { } from)
            await deliveries.Accept(new(TeamsTurn.Name, $"{activity.ChannelId}\n{from.Conversation}", activity.Id ?? Guid.NewGuid().ToString(), body) { Read = activity });
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    static Activity? Read(byte[] body)
    {
        try
        {
            return Activity.Read(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams: no credentials are set, so /api/messages answers callers on this machine only. Set Channels:Teams:AppId and a secret to connect Teams (docs/teams.md).")]
    static partial void LocalOnly(ILogger log);
}
