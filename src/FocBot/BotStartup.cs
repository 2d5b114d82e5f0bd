using FocBot.Content;
using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Search;

namespace FocBot;

/// <summary>Opens the content and its index: what every way of starting the program needs.</summary>
static class BotStartup
{
    /// <summary>The folder of statements that came with the program.</summary>
    internal static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "index");

    /// <summary>The folder of statements that the settings name.</summary>
    internal static string Folder => ContentFolderOf(Settings());

    /// <summary>The settings of a command that starts no server.</summary>
    /// <exception cref="InvalidDataException"><c>appsettings.json</c> is not valid JSON.</exception>
    internal static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json").AddEnvironmentVariables().Build();

    /// <summary>Reads the content and builds its index, even where there is a good one.</summary>
    /// <exception cref="ContentException">The content has faults; all are listed.</exception>
    internal static (Catalogue Catalogue, Finder Finder) BuildIndex(IProgress<double> progress)
    {
        var catalogue = ContentFolder.Read(Folder);
        return (catalogue, Finder.Open(catalogue, IndexFolderOf(Settings()), anew: true, progress));
    }

    /// <summary>The bot over the content. A missing index is built first, which is said on standard error.</summary>
    /// <exception cref="ContentException">The content has faults; all are listed.</exception>
    internal static ContentStore OpenContent(IConfiguration settings) =>
        ContentStore.Open(ContentFolderOf(settings), catalogue => OpenFinder(catalogue, IndexFolderOf(settings)));

    internal static Bot OpenBot() => OpenContent(Settings()).Bot;

    /// <summary>Whether a good index of this content lies in the folder.</summary>
    internal static bool HasIndex(string folder, Catalogue catalogue) => IndexFolder.Has(folder, catalogue);

    static Finder OpenFinder(Catalogue catalogue, string folder)
    {
        if (!IndexFolder.Has(folder, catalogue))
            Console.Error.WriteLine("Building the search index. This happens once and takes some seconds.");
        return Finder.Open(catalogue, folder);
    }

    static string ContentFolderOf(IConfiguration settings) => (settings.GetSection(ContentOptions.Section).Get<ContentOptions>() ?? new()).FullFolder;

    /// <summary>The folder of the search index that the settings name.</summary>
    internal static string IndexFolderOf(IConfiguration settings) => (settings.GetSection(SearchOptions.Section).Get<SearchOptions>() ?? new()).Folder;
}
