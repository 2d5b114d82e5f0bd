using System.CommandLine;
using FocBot.Channels.Mcp;
using FocBot.Content;
using FocBot.Edge;
using FocBot.Turns;

namespace FocBot.Cli;

/// <summary><c>focbot mcp</c>: serves an assistant on standard input and output; everything else is said on standard error.</summary>
static class McpCommand
{
    internal static Command Create()
    {
        var command = new Command("mcp", "Serve an assistant on standard input and output (Model Context Protocol).");
        command.SetAction((_, cancel) => CommandLine.Guarded(async () =>
        {
            await RunAsync(cancel);
            return CommandLine.Answered;
        }));
        return command;
    }

    static async Task RunAsync(CancellationToken cancel)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(BotStartup.Settings());
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddContent(builder.Configuration);
        builder.Services.AddServerOptions();
        builder.Services.AddComposer();
        builder.Services.AddQuietLogs();
        builder.Services.AddMcpOverStandardStreams();
        using var host = builder.Build();
        await host.RunAsync(cancel);
    }
}
