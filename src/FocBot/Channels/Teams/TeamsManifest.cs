using System.IO.Compression;

namespace FocBot.Channels.Teams;

/// <summary>The app package that an admin uploads to Teams: manifest and icons in a zip.</summary>
static class TeamsManifest
{
    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "manifests", "teams");

    /// <summary>Writes the package.</summary>
    /// <exception cref="FormatException">The id or the domain is none; the message says what to give.</exception>
    internal static void Write(string appId, string domain, Stream package)
    {
        if (!Guid.TryParse(appId, out var id))
            throw new FormatException($"'{appId}' is not an application id. "
                + "Give the id of the Azure Bot, such as --app-id 00000000-0000-0000-0000-000000000000.");
        DomainName.Checked(domain);
        using var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true);
        using (var manifest = new StreamWriter(zip.CreateEntry("manifest.json").Open()))
        {
            manifest.Write(File.ReadAllText(Path.Combine(Folder, "manifest.json"))
                .Replace("${VERSION}", ProductVersion.Text, StringComparison.Ordinal)
                .Replace("${APP_ID}", id.ToString(), StringComparison.Ordinal).Replace("${DOMAIN}", domain, StringComparison.Ordinal));
        }

        foreach (var icon in (string[])["color.png", "outline.png"])
        {
            using var entry = zip.CreateEntry(icon).Open();
            entry.Write(File.ReadAllBytes(Path.Combine(Folder, icon)));
        }
    }
}
