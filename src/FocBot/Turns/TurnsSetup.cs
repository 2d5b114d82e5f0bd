namespace FocBot.Turns;

static class TurnsSetup
{
    /// <summary>Adds what answers within its time, for a program without storage.</summary>
    internal static void AddComposer(this IServiceCollection services)
    {
        services.AddSingleton<TurnLimit>();
        services.AddSingleton<AnswerComposer>();
    }

    /// <summary>Adds what every channel shares: the pipeline of a turn, and the worker behind the inbox.</summary>
    internal static void AddTurns(this IServiceCollection services)
    {
        services.AddComposer();
        services.AddSingleton<DeliveryTurn>();
        services.AddSingleton<TurnPipeline>();
        services.AddSingleton<InboxWorker>();
        services.AddHostedService(its => its.GetRequiredService<InboxWorker>());
    }
}
