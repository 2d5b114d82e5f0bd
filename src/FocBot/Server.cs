using FocBot.Channels.Api;
using FocBot.Core;

namespace FocBot;

/// <summary>Puts the server together: settings, the bot, every channel.</summary>
static class Server
{
    internal static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var (catalogue, finder) = Shelves.Open(builder.Configuration);
        builder.Services.AddSingleton(finder);
        builder.Services.AddSingleton(new Bot(catalogue, finder));
        builder.Services.AddApi();
        var app = builder.Build();
        app.MapApi();
        return app;
    }
}
