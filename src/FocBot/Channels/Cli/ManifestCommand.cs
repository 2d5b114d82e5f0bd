using System.CommandLine;
using FocBot.Channels.Teams;

namespace FocBot.Channels.Cli;

/// <summary><c>focbot manifest</c>: writes what an admin uploads to Teams or Slack.</summary>
static class ManifestCommand
{
    internal static Command Create()
    {
        var command = new Command("manifest", "Write what is uploaded to Teams or Slack.");
        command.Subcommands.Add(Teams());
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
}
