using Microsoft.Extensions.Options;

namespace FocBot.Content;

static class ContentSetup
{
    /// <summary>Opens the content at once, so that its faults stop the start, and watches it.</summary>
    /// <exception cref="Core.Content.ContentException">The content has faults; all are listed.</exception>
    internal static void AddContent(this IServiceCollection services, IConfiguration settings)
    {
        var content = BotStartup.OpenContent(settings);
        // By a function, so that it is disposed with the server.
        services.AddSingleton(_ => content);
        services.AddSingleton(content.Bot);
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ContentOptions>, ContentOptionsValidator>();
        services.AddSingleton<ContentWatcher>();
        services.AddHostedService(s => s.GetRequiredService<ContentWatcher>());
        services.AddHostedService<VectorBackfill>();
    }
}
