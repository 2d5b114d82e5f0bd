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

    /// <summary>Reads the shelf and builds its index, even where there is a good one.</summary>
    /// <exception cref="ContentException">The shelf has faults; all are listed.</exception>
    internal static (Catalogue Catalogue, Finder Finder) BuildIndex(IProgress<double> progress)
    {
        var catalogue = Catalogue.Read(Folder);
        return (catalogue, Finder.Open(catalogue, IndexFolderOf(Settings()), anew: true, progress));
    }

    /// <summary>The bot over the shelf, in as little memory as it can do with.</summary>
    /// <param name="settings">Where its index lies.</param>
    /// <param name="aside">Whether another process builds a missing index: building takes twice the memory that serving does.</param>
    /// <exception cref="ContentException">The shelf has faults; all are listed.</exception>
    internal static (Bot Bot, Finder Finder) OpenBot(IConfiguration settings, bool aside)
    {
        var (catalogue, folder) = (Catalogue.Read(Folder), IndexFolderOf(settings));
        if (aside && !IndexFolder.Has(folder, catalogue))
            BuildAside(folder);
        var finder = Finder.Open(catalogue, folder);
        return (new(catalogue.Indexed(), finder), finder);
    }

    internal static Bot OpenBot() => OpenBot(Settings(), aside: false).Bot;

    // Whether or not it can: who opens the index next builds what is missing.
    static void BuildAside(string folder)
    {
        var self = typeof(Shelves).Assembly;
        if (Assembly.GetEntryAssembly() != self || Environment.ProcessPath is not { } program)
            return;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        using var build = Process.Start(new ProcessStartInfo(program, isHost ? [Path.Combine(AppContext.BaseDirectory, $"{self.GetName().Name}.dll"), "index"] : ["index"])
        {
            Environment = { [$"{SearchOptions.Section}__{nameof(SearchOptions.IndexFolder)}"] = folder },
        });
        build?.WaitForExit();
    }

    static string IndexFolderOf(IConfiguration settings) => (settings.GetSection(SearchOptions.Section).Get<SearchOptions>() ?? new()).Folder;
}
