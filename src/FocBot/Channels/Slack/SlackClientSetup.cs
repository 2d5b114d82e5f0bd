using FocBot.Turns;

namespace FocBot.Channels.Slack;

/// <summary>How Slack's Web API is reached.</summary>
static class SlackClientSetup
{
    static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    internal static void AddSlackClient(this IServiceCollection services)
    {
        services.AddSingleton<ChannelPace>();
        services.AddSingleton<SlackClient>();
        // No time-out and no other try here: both are the inbox's.
        services.AddHttpClient(nameof(SlackClient), client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = ConnectionLifetime)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The addresses that come with commands and buttons are secrets.
            .RemoveAllLoggers()
            .AddHttpMessageHandler(provider => new ReplyOutcomeHandler(provider.GetRequiredService<TimeProvider>()));
    }
}
