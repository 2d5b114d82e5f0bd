using System.CommandLine;
using FocBot.Channels;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using Microsoft.Extensions.Options;

namespace FocBot.Cli;

/// <summary><c>focbot doctor</c>: looks at everything an admin sets up, and says the next step.</summary>
static class DoctorCommand
{
    internal static Command Create()
    {
        var command = new Command("doctor", "Look whether everything is set up well, and say what to do next.");
        command.SetAction((_, cancel) => Run(Console.Out, cancel));
        return command;
    }

    static async Task<int> Run(TextWriter output, CancellationToken cancel)
    {
        var bad = 0;
        try
        {
            await using var app = HostSetup.Build([]);
            Say(new(true, $"The content is in order: {app.Services.GetRequiredService<Core.Bot>().Catalogue.Statements.Count} statement(s)."));
            foreach (var channel in app.Services.GetServices<IHealthCheck>())
            {
                await foreach (var check in channel.CheckAsync(cancel))
                    Say(check);
            }
        }
        catch (OptionsValidationException fault)
        {
            foreach (var one in fault.Failures)
                Say(new(false, one, "Correct it in appsettings.json or the environment."));
        }
        catch (ContentException fault)
        {
            Say(new(false, fault.Message, "Correct the files in the content folder."));
        }

        return bad == 0 ? CommandLine.Answered : CommandLine.Failed;

        void Say(Check check)
        {
            bad += check.Good == false ? 1 : 0;
            output.WriteLine($"{(check.Good switch { true => "good", false => "WRONG", null => "note" })}: {check.Found}");
            if (check.Good != true && check.Next is { } next)
                output.WriteLine($"      {next}");
        }
    }
}
