using FocBot.Content;
using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Search.Searching;

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

    /// <summary>Reads the content and brings its index up to date.</summary>
    /// <exception cref="ContentException">The content has faults; all are listed.</exception>
    internal static (Catalogue Catalogue, LuceneSearch Search) OpenIndex(IProgress<string> progress)
    {
        var (settings, catalogue) = (Settings(), ContentFolder.Read(Folder));
        return (catalogue, OpenSearch(catalogue, settings, progress));
    }

    /// <summary>The bot over the content. That statements are indexed first is said on standard error.</summary>
    /// <exception cref="ContentException">The content has faults; all are listed.</exception>
    internal static ContentStore OpenContent(IConfiguration settings)
    {
        IProgress<string>? atStart = new StandardError();
        return ContentStore.Open(ContentFolderOf(settings), catalogue =>
        {
            var search = OpenSearch(catalogue, settings, atStart);
            // What is indexed while the server runs is in its log.
            atStart = null;
            return search;
        });
    }

    internal static Bot OpenBot() => OpenContent(Settings()).Bot;

    /// <summary>Whether an index of this content is in the folder and up to date.</summary>
    internal static bool HasIndex(string folder, Catalogue catalogue) => LuceneSearch.IsUpToDate(catalogue, folder);

    static LuceneSearch OpenSearch(Catalogue catalogue, IConfiguration settings, IProgress<string>? progress)
    {
        var options = OptionsOf(settings);
        return LuceneSearch.Open(catalogue, options.Folder, options.Encoder, progress);
    }

    static string ContentFolderOf(IConfiguration settings) => (settings.GetSection(ContentOptions.Section).Get<ContentOptions>() ?? new()).FullFolder;

    /// <summary>The folder of the search index that the settings name.</summary>
    internal static string IndexFolderOf(IConfiguration settings) => OptionsOf(settings).Folder;

    /// <summary>Whether the settings let the sentence encoder be asked.</summary>
    internal static bool UsesEncoder(IConfiguration settings) => OptionsOf(settings).Encoder;

    static SearchOptions OptionsOf(IConfiguration settings) => settings.GetSection(SearchOptions.Section).Get<SearchOptions>() ?? new();

    sealed class StandardError : IProgress<string>
    {
        bool isAnnounced;

        public void Report(string value)
        {
            if (!isAnnounced)
                Console.Error.WriteLine("Building the search index. This happens once and takes some seconds.");
            isAnnounced = true;
        }
    }
}
