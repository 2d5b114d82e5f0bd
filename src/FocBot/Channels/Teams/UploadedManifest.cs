using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FocBot.Channels.Teams;

/// <summary>A Teams package that an admin uploaded, compared with the program that runs.</summary>
static class UploadedManifest
{
    // A manifest has a few kilobytes.
    const long Longest = 1024 * 1024;

    /// <summary>Whether the package is of this version, this bot and this address.</summary>
    internal static Check Check(FileInfo package, TeamsOptions teams, ServerOptions server)
    {
        if (Read(package) is not { } manifest)
            return new(false, $"Teams: {package.Name} is no Teams package.", "Give the file that 'focbot manifest teams' wrote.");
        var (version, bot) = (Text(manifest["version"]), Text((manifest["bots"] as JsonArray)?.FirstOrDefault()?["botId"]));
        var domains = (manifest["validDomains"] as JsonArray)?.Select(Text).ToList() ?? [];
        var domain = server.PublicAddress.Length > 0 ? new Uri(server.PublicAddress).Host : null;
        return version != ProductVersion.Text ? new(false, $"Teams: {package.Name} is of version {version}, this program of {ProductVersion.Text}.",
            "Write it anew ('focbot manifest teams') and upload it.")
            : teams.HasCredentials && !string.Equals(bot, teams.AppId, StringComparison.OrdinalIgnoreCase)
                ? new(false, $"Teams: {package.Name} names the bot {bot}, the settings name {teams.AppId}.", "Write it anew with --app-id of the settings.")
            : domain is not null && !domains.Contains(domain)
                ? new(false, $"Teams: {package.Name} does not name the domain {domain}.", $"Write it anew with --domain {domain}.")
            : new(true, $"Teams: {package.Name} belongs to this version and these settings.");
    }

    static JsonObject? Read(FileInfo package)
    {
        try
        {
            using var zip = ZipFile.OpenRead(package.FullName);
            if (zip.GetEntry("manifest.json") is not { Length: <= Longest } entry)
                return null;
            using var manifest = entry.Open();
            return JsonNode.Parse(manifest) as JsonObject;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
