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
        var options = settings.GetSection(SearchOptions.Section).Get<SearchOptions>() ?? new();
        var catalogue = Catalogue.Read(Folder);
        return (catalogue, Finder.Open(catalogue, options.Folder, anew, progress));
    }

    /// <summary>The bot over the shelf, in as little memory as it can do with.</summary>
    internal static (Bot Bot, Finder Finder) OpenBot(IConfiguration settings)
    {
        var (catalogue, finder) = Open(settings);
        return (new(catalogue.Indexed(), finder), finder);
    }

    internal static Bot OpenBot() => OpenBot(Settings()).Bot;
}
