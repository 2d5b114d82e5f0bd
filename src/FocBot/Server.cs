using FocBot.Channels.Api;
using FocBot.Channels.Slack;
using FocBot.Channels.Teams;
using FocBot.Channels.WebChat;
using FocBot.Core;
using FocBot.Pages;
using FocBot.Reading;
using FocBot.Storage;
using FocBot.Studying;

namespace FocBot;

/// <summary>Puts the server together: settings, the bot, every channel.</summary>
static class Server
{
    internal static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = "focbot" });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.LargestBody;
        });
        var (bot, finder) = Shelves.OpenBot(builder.Configuration, aside: true);
        builder.Services.AddSingleton(_ => finder);
        builder.Services.AddSingleton(bot);
        builder.Services.AddOptions<ServerOptions>().BindConfiguration(ServerOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<ServerOptions>, ServerOptionsValidator>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<BadRequests>();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddSingleton<Channels.RecentQuestions>();
        builder.Services.AddLimits();
        builder.Services.AddSingleton<Channels.Deliveries>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Channels.Deliveries>());
        builder.Services.AddHostedService(services => new Rest(services.GetRequiredService<TimeProvider>(), Rest.GiveBack));
        builder.Services.AddApi();
        builder.Services.AddTeams();
        builder.Services.AddSlack(builder.Configuration);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSafeHeaders();
        app.UseRateLimiter();
        app.MapApi();
        app.MapApiDescription();
        app.MapWebChat();
        app.MapTeams();
        app.MapSlack();
        app.MapReading();
        app.MapStudying();
        app.MapPolicies();
        app.MapGet("/health", () => TypedResults.Text("ok")).ExcludeFromDescription();
        // What reading the shelf left behind goes back to the machine.
        app.Lifetime.ApplicationStarted.Register(() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true));
        return app;
    }
}
