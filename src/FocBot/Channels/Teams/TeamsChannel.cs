using FocBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Teams;

/// <summary>FocBot in Microsoft Teams and every other Bot Framework channel: <c>POST /api/messages</c>.</summary>
static partial class TeamsChannel
{
    internal static void AddTeams(this IServiceCollection services)
    {
        services.AddOptions<TeamsOptions>().BindConfiguration(TeamsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidator>();
        services.AddHttpClient(nameof(CallerCheck), client => client.Timeout = TimeSpan.FromSeconds(15));
        services.AddHttpClient(nameof(BotToken), client => client.Timeout = TimeSpan.FromSeconds(30));
        ConnectorClients.AddHttpClient(services);

        services.AddSingleton<CallerCheck>();
        services.AddSingleton<BotToken>();
        services.AddSingleton<BotCredentials>();
        services.AddSingleton<ConnectorClients>();
        services.AddSingleton<FocBotAuthentication>();
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<RateLimitMiddleware>();
        services.AddSingleton<TypingMiddleware>();
        services.AddSingleton<FocBotAdapter>();
        services.AddSingleton<IBotFrameworkHttpAdapter>(its => its.GetRequiredService<FocBotAdapter>());
        services.AddSingleton<IBot, FocBotActivityHandler>();
        services.AddSingleton<IInboxHandler, TeamsInboxHandler>();
        services.AddSingleton<IHealthCheck, TeamsCheck>();
    }

    internal static void MapTeams(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<TeamsOptions>>().Value.HasCredentials)
            LocalOnly(app.Logger);
        app.MapPost("/api/messages", (HttpContext context, IBotFrameworkHttpAdapter adapter, IBot bot, CancellationToken cancel) =>
            adapter.ProcessAsync(context.Request, context.Response, bot, cancel)).ExcludeFromDescription().Holds(FocBotAdapter.LargestActivity);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams: no credentials are set, so /api/messages answers programs on this machine only. "
        + "Set Channels:Teams:AppId and a secret to connect Teams (docs/teams.md).")]
    static partial void LocalOnly(ILogger log);
}
