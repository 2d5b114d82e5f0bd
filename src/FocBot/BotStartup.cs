using FocBot.Core;
using FocBot.Core.Statements;
using FocBot.Search;

namespace FocBot;

/// <summary>Opens the content and its index: what every way of starting the program needs.</summary>
static class BotStartup
{
    /// <summary>The folder of statements that came with the program.</summary>
    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "index");

    /// <summary>The settings of a command that starts no server.</summary>
    /// <exception cref="InvalidDataException"><c>appsettings.json</c> is not valid JSON.</exception>
    internal static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json").AddEnvironmentVariables().Build();

    internal static void AddBot(this IServiceCollection services, IConfiguration settings)
    {
        var (bot, finder) = OpenBot(settings);
        services.AddSingleton(bot);
        // By a function, so that it is disposed with the server.
        services.AddSingleton(_ => finder);
    }

    /// <summary>Reads the content and builds its index, even where there is a good one.</summary>
    /// <exception cref="ContentException">The content has faults; all are listed.</exception>
    internal static (Catalogue Catalogue, Finder Finder) BuildIndex(IProgress<double> progress)
    {
        var catalogue = Catalogue.Read(Folder);
        return (catalogue, Finder.Open(catalogue, IndexFolderOf(Settings()), anew: true, progress));
    }

    /// <summary>The bot over the content. A missing index is built first, which is said on standard error.</summary>
    /// <exception cref="ContentException">The content has faults; all are listed.</exception>
    internal static (Bot Bot, Finder Finder) OpenBot(IConfiguration settings)
    {
        var (catalogue, folder) = (Catalogue.Read(Folder), IndexFolderOf(settings));
        if (!IndexFolder.Has(folder, catalogue))
            Console.Error.WriteLine("Building the search index. This happens once and takes some seconds.");
        var finder = Finder.Open(catalogue, folder);
        return (new(catalogue, finder), finder);
    }

    internal static Bot OpenBot() => OpenBot(Settings()).Bot;

    static string IndexFolderOf(IConfiguration settings) => (settings.GetSection(SearchOptions.Section).Get<SearchOptions>() ?? new()).Folder;
}
