using FocBot.Channels.Api;
using FocBot.Channels.Mcp;
using FocBot.Channels.Slack;
using FocBot.Channels.Teams;
using FocBot.Channels.Web;
using FocBot.Checks;
using FocBot.Content;
using FocBot.Edge;
using FocBot.Pages;
using FocBot.Storage;
using FocBot.Turns;

namespace FocBot;

/// <summary>The server's table of contents: what it consists of, and what it answers at.</summary>
static class HostSetup
{
    /// <summary>Builds the server; it is not started yet.</summary>
    /// <param name="args">Settings from the command line, such as <c>--urls</c>.</param>
    /// <param name="toLog">False: nothing is logged, for a look at the server that starts none.</param>
    /// <param name="more">Adds services, such as a listener to the log.</param>
    internal static WebApplication Build(string[] args, bool toLog = true, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = "focbot" });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.LargestBody;
        });
        // The host logs a failed start with its stack trace; the command line says the same in one line.
        var hasStarted = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => hasStarted && level >= LogLevel.Warning);
        if (!toLog)
            builder.Logging.ClearProviders();
        builder.AddFocBot();
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => hasStarted = true);
        app.UseFocBot();
        return app;
    }

    static void AddFocBot(this WebApplicationBuilder builder)
    {
        builder.Services.AddContent(builder.Configuration);
        builder.Services.AddServerOptions();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<BadRequests>();
        builder.Services.AddExceptionHandler<ServerFaults>();
        builder.Services.AddQuietLogs();
        builder.Services.AddForwardedHeaders();
        builder.Services.AddAllowedOrigins();
        builder.Services.AddHealth();
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddLimits();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddTurns();
        builder.Services.AddChecks();
        builder.Services.AddApi();
        builder.Services.AddMcpOverHttp();
        builder.Services.AddPages();
        builder.Services.AddWeb();
        builder.Services.AddTeams();
        builder.Services.AddSlack(builder.Configuration);
    }

    static void UseFocBot(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRefusedCalls();
        app.UseExceptionHandler();
        app.UseNotFoundPage();
        app.UseSafeHeaders();
        app.UseCors();
        app.UseRateLimiter();
        app.MapApi();
        app.MapApiDescription();
        app.MapMcpOverHttp();
        app.MapPages();
        app.MapWeb();
        app.MapTeams();
        app.MapSlack();
        app.MapHealth();
        app.UseContent();
    }
}
