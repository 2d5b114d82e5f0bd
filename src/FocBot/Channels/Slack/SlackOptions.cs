using FocBot.Core;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>Section <c>Channels:Slack</c>.</summary>
sealed class SlackOptions
{
    internal const string Section = "Channels:Slack";

    /// <summary>Proves that a delivery over HTTP comes from Slack.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The bot's token of a single workspace, <c>xoxb-...</c>.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>The app-level token, <c>xapp-...</c>; with it FocBot connects to Slack by Socket Mode.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>With <see cref="ClientSecret"/>: many workspaces may install the app at <c>/slack/install</c>.</summary>
    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>Where Slack's Web API is.</summary>
    public string ApiAddress { get; set; } = "https://slack.com/api/";

    /// <summary>Notifications and previews tell that an answer came, not what it says.</summary>
    public bool Discreet { get; set; }

    /// <summary>Whom people of the workspace ask for help: a name, a channel or an address, shown on the home tab.</summary>
    public string Contact { get; set; } = "";

    /// <summary>BCP 47 tag of the language of the words around quotations, whatever language is asked in; empty for that of each question.</summary>
    public string Language { get; set; } = "";

    /// <summary>Socket Mode: how often a connection is tested; it is given up after two tests without an answer.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A question as it is asked in this workspace.</summary>
    internal Question Ask(string words) => new(words) { LeadLanguage = Language.Length > 0 ? Language : null };

    internal bool UsesHttp => SigningSecret.Length > 0;

    internal bool UsesSocketMode => AppToken.Length > 0;

    internal bool IsOn => UsesHttp || UsesSocketMode;

    internal bool Installs => ClientId.Length > 0 && UsesHttp;

    internal Uri Address(string method) => new(new Uri(ApiAddress.TrimEnd('/') + "/"), method);
}

/// <summary>Refuses settings that would fail later, and says what to set.</summary>
sealed class SlackOptionsValidator(Bot bot) : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var faults = new List<string>();
        if (options.BotToken.Length > 0 && !options.BotToken.StartsWith("xoxb-", StringComparison.Ordinal))
            faults.Add("Channels:Slack:BotToken must be a bot token; it begins with xoxb-.");
        if (options.AppToken.Length > 0 && !options.AppToken.StartsWith("xapp-", StringComparison.Ordinal))
            faults.Add("Channels:Slack:AppToken must be an app-level token; it begins with xapp-.");
        if (options.IsOn && options.BotToken.Length == 0 && options.ClientId.Length == 0)
            faults.Add("Channels:Slack: set BotToken (one workspace), or ClientId and ClientSecret (many).");
        if ((options.ClientId.Length > 0) != (options.ClientSecret.Length > 0))
            faults.Add("Channels:Slack: ClientId and ClientSecret belong together; set both.");
        if (options.BotToken.Length > 0 && !options.IsOn)
            faults.Add("Channels:Slack: with a BotToken, set SigningSecret (HTTP) or AppToken (Socket Mode).");
        if (!Uri.TryCreate(options.ApiAddress, UriKind.Absolute, out var api) || (api.Scheme != Uri.UriSchemeHttps && !api.IsLoopback))
            faults.Add("Channels:Slack:ApiAddress must be an https address.");
        if (options.KeepAlive <= TimeSpan.Zero || options.KeepAlive > TimeSpan.FromMinutes(5))
            faults.Add("Channels:Slack:KeepAlive must be more than zero and at most five minutes, such as 00:00:15.");
        if (options.Language.Length > 0 && !bot.Catalogue.Languages.Any(language => language.Code == options.Language))
            faults.Add($"Channels:Slack:Language must be empty or one of {string.Join(", ", bot.Catalogue.Languages.Select(language => language.Code))}.");
        if (options.Contact.Length > 500)
            faults.Add("Channels:Slack:Contact must not be longer than 500 characters.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
