using System.Collections.Frozen;
using System.IO.Hashing;

namespace FocBot.Pages;

/// <summary>Style, script and icon, carried in the program itself; their addresses change with their content.</summary>
static class SiteAssets
{
    static readonly FrozenDictionary<string, (byte[] Bytes, string Type, string Version)> Files = new[]
    {
        Load("focbot.css", "text/css; charset=utf-8"), Load("focbot.js", "text/javascript; charset=utf-8"),
        Load("chat.js", "text/javascript; charset=utf-8"), Load("embed.js", "text/javascript; charset=utf-8"), Load("icon.svg", "image/svg+xml"),
    }.ToFrozenDictionary(f => f.Name, f => (f.Bytes, f.Type, f.Version));

    internal static string Address(string name) => $"/assets/{name}?v={Files[name].Version}";

    internal static byte[] Content(string name) => Files[name].Bytes;

    internal static void MapAssets(this WebApplication app) => app.MapGet("/assets/{name}", (string name, HttpResponse response) =>
    {
        if (!Files.TryGetValue(name, out var file))
            return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file.Bytes, file.Type);
    }).ExcludeFromDescription();

    static (string Name, byte[] Bytes, string Type, string Version) Load(string name, string type)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (name, bytes, type, Convert.ToHexStringLower(XxHash128.Hash(bytes))[..10]);
    }
}
