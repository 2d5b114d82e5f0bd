using Microsoft.Extensions.Options;

namespace FocBot.Channels.Teams;

/// <summary>Section <c>Channels:Teams</c>: which bot this is, and how it proves it.</summary>
sealed class TeamsOptions
{
    internal const string Section = "Channels:Teams";

    internal const string PublicMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    internal const string PublicAuthority = "https://login.microsoftonline.com/";

    /// <summary>The bot's application (client) id; empty: only local tools may call.</summary>
    public string AppId { get; set; } = "";

    public string AppSecret { get; set; } = "";

    /// <summary>When the secret expires, for <c>focbot doctor</c>; Azure shows it only in the app registration.</summary>
    public DateTimeOffset? SecretExpires { get; set; }

    /// <summary>The directory (tenant) of a single-tenant bot.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>True: the host's user-assigned managed identity, whose client id is <see cref="AppId"/>, proves who the bot is.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>A PKCS #12 file (.pfx) in place of a secret.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>Where the keys are published by which Bot Framework signs its calls.</summary>
    public string OpenIdMetadataAddress { get; set; } = PublicMetadata;

    /// <summary>Who issues the bot's own tokens; the tenant is added where the address has no path.</summary>
    public string TokenAuthority { get; set; } = PublicAuthority;

    /// <summary>What the bot's own tokens are for.</summary>
    public string TokenScope { get; set; } = "https://api.botframework.com/.default";

    internal bool HasCredentials => AppId.Length > 0;
}

/// <summary>Refuses settings that would fail later, and says what to set.</summary>
sealed class TeamsOptionsValidator : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var faults = new List<string>();
        var proofs = (options.AppSecret.Length > 0 ? 1 : 0) + (options.CertificatePath.Length > 0 ? 1 : 0) + (options.ManagedIdentity ? 1 : 0);
        if (options.AppId.Length > 0 && !Guid.TryParse(options.AppId, out _))
            faults.Add("Channels:Teams:AppId must be the application (client) id, a GUID such as 00000000-0000-0000-0000-000000000000.");
        if (options.AppId.Length > 0 && proofs != 1)
            faults.Add("Channels:Teams: with an AppId, set exactly one of AppSecret, CertificatePath, ManagedIdentity.");
        if (options.AppId.Length == 0 && proofs > 0)
            faults.Add("Channels:Teams:AppId is missing: a secret, a certificate or a managed identity belongs to an AppId.");
        if (options.CertificatePath.Length > 0 && !File.Exists(options.CertificatePath))
            faults.Add($"Channels:Teams:CertificatePath: there is no file {options.CertificatePath}.");
        if (!IsSafe(options.OpenIdMetadataAddress))
            faults.Add("Channels:Teams:OpenIdMetadataAddress must be an https address.");
        if (!IsSafe(options.TokenAuthority))
            faults.Add("Channels:Teams:TokenAuthority must be an https address.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    // Plain http only to this very machine, for tests and local stand-ins.
    internal static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
