using System.Diagnostics;
using System.Reflection;
using FocBot.Core;
using FocBot.Core.Statements;
using FocBot.Search;

namespace FocBot;

/// <summary>Opens the shelf and its index: what every way of starting the program needs.</summary>
static class Shelves
{
    /// <summary>The folder of statements that came with the program.</summary>
    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "index");

    internal static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json").AddEnvironmentVariables().Build();

    /// <summary>Reads the shelf and opens its index.</summary>
    /// <exception cref="ContentException">The shelf has faults; all are listed.</exception>
    internal static (Catalogue Catalogue, Finder Finder) Open(IConfiguration settings, bool anew = false, IProgress<double>? progress = null)
    {
        var catalogue = Catalogue.Read(Folder);
        return (catalogue, Finder.Open(catalogue, IndexFolderOf(settings), anew, progress));
    }

    /// <summary>Lets another process build the index where it is missing or stale: building takes twice the memory that serving does.</summary>
    internal static void BuildIndexAside(IConfiguration settings)
    {
        var self = typeof(Shelves).Assembly;
        if (Assembly.GetEntryAssembly() != self || Environment.ProcessPath is not { } program || IndexFolder.Has(IndexFolderOf(settings), Catalogue.Read(Folder)))
            return;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        using var build = Process.Start(new ProcessStartInfo(program, isHost ? [Path.Combine(AppContext.BaseDirectory, $"{self.GetName().Name}.dll"), "index"] : ["index"])
        {
            Environment = { [$"{SearchOptions.Section}__{nameof(SearchOptions.IndexFolder)}"] = IndexFolderOf(settings) },
        });
        // Whether or not it could: who opens the index next builds what is missing.
        build?.WaitForExit();
    }

    static string IndexFolderOf(IConfiguration settings) => (settings.GetSection(SearchOptions.Section).Get<SearchOptions>() ?? new()).Folder;

    /// <summary>The bot over the shelf, in as little memory as it can do with.</summary>
    internal static (Bot Bot, Finder Finder) OpenBot(IConfiguration settings)
    {
        var (catalogue, finder) = Open(settings);
        return (new(catalogue.Indexed(), finder), finder);
    }

    internal static Bot OpenBot() => OpenBot(Settings()).Bot;
}
