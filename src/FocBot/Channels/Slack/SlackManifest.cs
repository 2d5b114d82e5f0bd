using System.Text.RegularExpressions;

namespace FocBot.Channels.Slack;

/// <summary>The manifest that an admin pastes into Slack.</summary>
static partial class SlackManifest
{
    [GeneratedRegex(@"^ *(- https://\$\{DOMAIN\}.*|url: .*|request_url: .*|redirect_urls:)\r?\n", RegexOptions.Multiline)]
    private static partial Regex Addresses();

    /// <summary>The manifest for deliveries to a domain; for Socket Mode where there is none.</summary>
    /// <exception cref="FormatException">The domain is none; the message says what to give.</exception>
    internal static string For(string? domain)
    {
        var manifest = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "manifests", "slack", "manifest.yaml"));
        if (domain is null)
            return Addresses().Replace(manifest, "").Replace("socket_mode_enabled: false", "socket_mode_enabled: true", StringComparison.Ordinal);
        return manifest.Replace("${DOMAIN}", DomainName.Checked(domain), StringComparison.Ordinal);
    }
}
