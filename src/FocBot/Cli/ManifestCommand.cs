using System.CommandLine;
using FocBot.Channels.Slack;
using FocBot.Channels.Teams;

namespace FocBot.Cli;

/// <summary><c>focbot manifest</c>: writes what an admin uploads to Teams or Slack.</summary>
static class ManifestCommand
{
    internal static Command Create()
    {
        var command = new Command("manifest", "Write what is uploaded to Teams or Slack.");
        command.Subcommands.Add(Teams());
        command.Subcommands.Add(Slack());
        return command;
    }

    static Command Teams()
    {
        var appId = new Option<string>("--app-id") { Description = "The application (client) id of the Azure Bot.", Required = true };
        var domain = new Option<string>("--domain") { Description = "The domain that FocBot is reached at, such as foc.example.org.", Required = true };
        var output = new Option<string>("--out") { Description = "The file to write.", DefaultValueFactory = _ => "focbot-teams.zip" };
        var teams = new Command("teams", "Write the Teams app package, ready for upload.") { appId, domain, output };
        teams.SetAction(parsed => CommandLine.Guarded(() =>
        {
            using var package = new MemoryStream();
            TeamsManifest.Write(parsed.GetValue(appId)!, parsed.GetValue(domain)!, package);
            File.WriteAllBytes(parsed.GetValue(output)!, package.ToArray());
            Console.Out.WriteLine($"{parsed.GetValue(output)} written. Upload it: Teams admin center, Teams apps, Manage apps, Upload.");
            return CommandLine.Answered;
        }));
        return teams;
    }

    static Command Slack()
    {
        var domain = new Option<string?>(
            "--domain")
        { Description = "The domain that Slack reaches FocBot at, such as foc.example.org; without it the manifest is for Socket Mode." };
        var slack = new Command("slack", "Print the Slack app manifest, to paste at api.slack.com/apps.") { domain };
        slack.SetAction(parsed => CommandLine.Guarded(() =>
        {
            Console.Out.Write(SlackManifest.For(parsed.GetValue(domain)));
            return CommandLine.Answered;
        }));
        return slack;
    }
}
