using System.CommandLine;

namespace FocBot.Cli;

/// <summary><c>focbot serve</c>: the web page, HTTP, Teams, Slack.</summary>
static class ServeCommand
{
    internal static Command Create()
    {
        var serve = new Command("serve", "Start the server: web page, HTTP, Teams, Slack.");
        MakeDefault(serve);
        return serve;
    }

    /// <summary>Makes a command serve.</summary>
    internal static void MakeDefault(Command command)
    {
        var urls = new Option<string?>("--urls") { Description = "Where to listen; http://localhost:3978 unless told." };
        command.Options.Add(urls);
        command.SetAction((parsed, cancel) => CommandLine.Guarded(() => RunAsync(parsed.GetValue(urls), cancel)));
    }

    static async Task<int> RunAsync(string? urls, CancellationToken cancel)
    {
        if (urls?.Split(';').FirstOrDefault(url => !IsAddress(url)) is { } wrong)
            throw new FormatException($"--urls: “{wrong}” is not an address to listen at. Write, for example, http://localhost:3978.");
        await using var app = HostSetup.Build(urls is null ? [] : ["--urls", urls]);
        await app.RunAsync(cancel);
        return Environment.ExitCode;
    }

    // Kestrel also takes '*' and '+' for a host, which Uri does not.
    static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("://*", "://any", StringComparison.Ordinal)
            .Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
