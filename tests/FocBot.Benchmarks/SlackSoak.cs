using FocBot.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;

namespace FocBot.Benchmarks;

/// <summary>The server on Socket Mode against an unreliable Slack: every event is answered, and answered once.</summary>
static class SlackSoak
{
    static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15), Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs it, and returns what came of it.</summary>
    /// <param name="seed">The same seed does the same harm.</param>
    /// <param name="duration">How long events are delivered and harm is done.</param>
    /// <param name="speed">How many times faster than the clock time passes.</param>
    internal static async Task<(int Delivered, int Lost, int Doubled, string Summary)> RunAsync(int seed, TimeSpan duration, double speed)
    {
        var time = new FastTime(speed);
        var folder = Directory.CreateTempSubdirectory("focbot-soak");
        try
        {
            await using var slack = new UnreliableSlack(seed, time);
            await slack.StartAsync();
            await using var server = HostSetup.Build(
                [
                    "--urls", "http://127.0.0.1:0",
                    $"--Storage:File={Path.Combine(folder.FullName, "focbot.db")}",
                    $"--Channels:Slack:ApiAddress={slack.Address}/api/",
                    "--Channels:Slack:BotToken=xoxb-1",
                    "--Channels:Slack:AppToken=xapp-1",
                    // The connection's own clock is the machine's.
                    $"--Channels:Slack:KeepAlive={KeepAlive / speed:c}",
                    "--Logging:LogLevel:Default=None",
                    "--Logging:LogLevel:FocBot=None",
                    "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None",
                ],
                more: services => services.AddSingleton<TimeProvider>(time));
            await server.StartAsync();
            // What is loaded at the first question is no part of it.
            await server.Services.GetRequiredService<Bot>().ReplyAsync(new("encryption"));
            await slack.RunAsync(duration, Patience);
            await server.StopAsync();
            return (slack.Delivered, slack.Lost, slack.Doubled, slack.Summary);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary><c>slack-soak [--minutes N] [--seed N]</c>.</summary>
    internal static async Task<int> RunAsync(string[] args)
    {
        var (minutes, seed) = (Number("--minutes", 30), Number("--seed", 1));
        var soak = await RunAsync(seed, TimeSpan.FromMinutes(minutes), speed: 1);
        Console.WriteLine($"slack-soak: {minutes} minutes, seed {seed}: {soak.Summary}");
        return soak is { Lost: 0, Doubled: 0 } ? 0 : 1;

        int Number(string name, int otherwise) =>
            Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length && int.TryParse(args[at + 1], out var number) ? number : otherwise;
    }
}
