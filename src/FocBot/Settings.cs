using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FocBot;

/// <summary>Section <c>Search</c>.</summary>
sealed class SearchOptions
{
    internal const string Section = "Search";

    /// <summary>Where the index lies; empty means the user's local data folder.</summary>
    public string IndexFolder { get; set; } = "";

    /// <summary>Whether the sentence encoder may be asked where words alone do not decide.</summary>
    public bool Encoder { get; set; } = true;

    /// <summary>The folder to use. Never inside the published folder.</summary>
    internal string Folder => IndexFolder.Length > 0
        ? Path.GetFullPath(IndexFolder)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home ? home : Path.GetTempPath(), "focbot");
}

/// <summary>Section <c>Server</c>.</summary>
sealed class ServerOptions
{
    internal const string Section = "Server";

    internal const string DefaultAddress = "http://localhost:3978";

    /// <summary>The address people reach the server at; empty where it is only local.</summary>
    [RegularExpression("^(https?://[^/]+(/.*[^/])?)?$",
        ErrorMessage = "Server:PublicAddress must be empty or an address such as https://foc.example.org, without a slash at the end.")]
    public string PublicAddress { get; set; } = "";

    /// <summary>The most questions from one address in a minute.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Server:QuestionsPerMinute must be between 1 and 1000000.")]
    public int QuestionsPerMinute { get; set; } = 120;

    /// <summary>Proxies whose word is taken for who calls and by which scheme: addresses or networks, separated by commas.</summary>
    [RegularExpression(@"^[0-9A-Fa-f.:/, ]*$",
        ErrorMessage = "Server:TrustedProxies must be addresses or networks, separated by commas, such as 10.0.0.5, 10.1.0.0/16.")]
    public string TrustedProxies { get; set; } = "";

    /// <summary>What opens the trainer's page and signs the links to courses; empty where there is no such page.</summary>
    [RegularExpression("^(.{16,})?$", ErrorMessage = "Server:TrainerKey must be empty or have at least 16 characters.")]
    public string TrainerKey { get; set; } = "";

    /// <summary>The sites that may show the chat by <c>/embed.js</c>, with spaces between; empty where none may.</summary>
    [RegularExpression("^(https?://[A-Za-z0-9.:*-]+( https?://[A-Za-z0-9.:*-]+)*)?$", ErrorMessage = "Server:EmbedAncestors must be empty or hold "
        + "addresses such as https://delegation.example.org, with spaces between and without a slash at the end.")]
    public string EmbedAncestors { get; set; } = "";

    /// <summary>Web sites whose pages may call the API from a browser, separated by commas; <c>*</c> for all.</summary>
    [RegularExpression(@"^(\*|https?://[^/,\s]+(\s*,\s*https?://[^/,\s]+)*)?$",
        ErrorMessage = "Server:AllowedOrigins must be empty, * or origins such as https://intranet.example.org, separated by commas, without a slash at "
            + "the end.")]
    public string AllowedOrigins { get; set; } = "";

    /// <summary>The full address of a path on this server, for readers elsewhere.</summary>
    internal string Absolute(string path) => (PublicAddress.Length > 0 ? PublicAddress : DefaultAddress) + path;
}

static class ServerOptionsSetup
{
    internal static void AddServerOptions(this IServiceCollection services)
    {
        services.AddOptions<ServerOptions>().BindConfiguration(ServerOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ServerOptions>, ServerOptionsValidator>();
    }
}

[OptionsValidator]
sealed partial class ServerOptionsValidator : IValidateOptions<ServerOptions>;
