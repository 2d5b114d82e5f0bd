using FocBot.Channels.Web.Chat;
using FocBot.Channels.Web.Embedding;
using FocBot.Channels.Web.Library;
using FocBot.Channels.Web.Onboarding;
using FocBot.Channels.Web.Reading;
using FocBot.Channels.Web.Study;

namespace FocBot.Channels.Web;

/// <summary>FocBot in a browser: chat, statements to read, pages to study them.</summary>
static class WebChannel
{
    internal static void AddWeb(this IServiceCollection services) => services.AddSingleton<TrainerSession>();

    internal static void MapWeb(this WebApplication app)
    {
        app.MapChat();
        app.MapLibrary();
        app.MapReading();
        app.MapStudy();
        app.MapOnboarding();
        app.MapTrainer();
        app.MapEmbedding();
    }
}
