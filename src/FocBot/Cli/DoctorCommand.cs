using System.CommandLine;
using FocBot.Channels;
using FocBot.Core.Content;
using Microsoft.Extensions.Options;

namespace FocBot.Cli;

/// <summary><c>focbot doctor</c>: looks at everything an admin sets up, and says the next step.</summary>
static class DoctorCommand
{
    internal static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var manifest = new Option<FileInfo?>(
            "--manifest")
        { Description = "A Teams package that was uploaded: look whether it belongs to this version and these settings." };
        var command = new Command("doctor", "Look whether everything is set up well, and say what to do next.") { json, manifest };
        command.SetAction(async (parsed, cancel) =>
        {
            var report = new DoctorReport(parsed.InvocationConfiguration.Output, parsed.GetValue(json));
            await foreach (var check in CheckAsync(parsed.GetValue(manifest), cancel))
                report.Add(check);
            return report.End() ? CommandLine.Answered : CommandLine.Failed;
        });
        return command;
    }

    static async IAsyncEnumerable<Check> CheckAsync(FileInfo? manifest, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (app, faults) = Build();
        foreach (var fault in faults)
            yield return fault;
        if (app is null)
            yield break;
        await using var built = app;
        foreach (var check in app.Services.GetServices<IHealthCheck>())
        {
            await foreach (var found in check.CheckAsync(cancel))
                yield return found;
        }

        if (manifest is not null)
            yield return Channels.Teams.UploadedManifest.Check(manifest, app.Services.GetRequiredService<IOptions<Channels.Teams.TeamsOptions>>().Value,
                app.Services.GetRequiredService<IOptions<ServerOptions>>().Value);
    }

    // The server as it would start, without starting it: its settings and its content are read.
    static (WebApplication? App, IReadOnlyList<Check> Faults) Build()
    {
        try
        {
            var app = HostSetup.Build([], toLog: false);
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return (app, []);
        }
        catch (OptionsValidationException fault)
        {
            return (null, [.. fault.Failures.Select(Wrong)]);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(f => f is OptionsValidationException))
        {
            return (null, [.. several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(f => f.Failures).Select(Wrong)]);
        }
        catch (ContentException fault)
        {
            return (null, [new(false, fault.Message, "Correct the files in the content folder.")]);
        }
        catch (Exception fault) when (OperatorFaults.Explain(fault) is not null)
        {
            return (null, [new(false, OperatorFaults.Explain(fault)!)]);
        }

        static Check Wrong(string setting) => new(false, setting, "Correct it in appsettings.json or the environment.");
    }
}
