using Microsoft.Extensions.Options;

namespace FocBot.Content;

static class ContentSetup
{
    /// <summary>Opens the content beside the rest of the start, which takes as long, and watches it.</summary>
    internal static void AddContent(this IServiceCollection services, IConfiguration settings)
    {
        var opening = Task.Run(() => BotStartup.OpenContent(settings));
        // By a function, so that it is disposed with the server.
        services.AddSingleton(_ => opening.GetAwaiter().GetResult());
        services.AddSingleton(provider => provider.GetRequiredService<ContentStore>().Bot);
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ContentOptions>, ContentOptionsValidator>();
        services.AddSingleton<ContentWatcher>();
        services.AddHostedService(s => s.GetRequiredService<ContentWatcher>());
        services.AddHostedService<VectorBackfill>();
    }

    /// <summary>Waits until the content is open, so that its faults stop the start.</summary>
    /// <exception cref="Core.Content.ContentException">The content has faults; all are listed.</exception>
    internal static void UseContent(this WebApplication app) => app.Services.GetRequiredService<ContentStore>();
}
