using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace FocBot.Channels.Teams;

/// <summary>Whether a call comes from Bot Framework, and for which service address.</summary>
/// <remarks>Source: Bot Framework authentication, https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication.</remarks>
sealed class CallerCheck
{
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5), LooksAgain = TimeSpan.FromMinutes(1);

    readonly TeamsOptions options;
    readonly ConfigurationManager<OpenIdConnectConfiguration> metadata;
    readonly HttpDocumentRetriever documents;
    readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    readonly TimeProvider time;
    OpenIdConnectConfiguration? rolledOver;
    DateTimeOffset looked;

    public CallerCheck(IOptions<TeamsOptions> options, IHttpClientFactory http, TimeProvider time)
    {
        (this.options, this.time) = (options.Value, time);
        documents = new(http.CreateClient(nameof(CallerCheck))) { RequireHttps = new Uri(this.options.OpenIdMetadataAddress).Scheme == Uri.UriSchemeHttps };
        metadata = new(this.options.OpenIdMetadataAddress, new OpenIdConnectConfigurationRetriever(), documents);
    }

    /// <summary>The status to refuse with; null where the caller may pass.</summary>
    internal async Task<int?> Refuses(HttpContext context, Activity activity, CancellationToken cancel) => options.HasCredentials
        ? await RefusesToken(context.Request.Headers.Authorization.ToString(), activity, cancel)
        : IsLocal(context) && IsLocalAddress(activity.ServiceUrl) ? null : StatusCodes.Status403Forbidden;

    async Task<int?> RefusesToken(string authorization, Activity activity, CancellationToken cancel)
    {
        const string scheme = "Bearer ";
        if (!authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return StatusCodes.Status401Unauthorized;
        TokenValidationResult result;
        OpenIdConnectConfiguration published;
        try
        {
            (result, published) = await Validate(authorization[scheme.Length..].Trim(), cancel);
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or HttpRequestException)
        {
            // The keys can't be fetched: nobody is let in, and Bot Framework tries again.
            return StatusCodes.Status503ServiceUnavailable;
        }

        if (!result.IsValid)
            return StatusCodes.Status401Unauthorized;
        var key = published.JsonWebKeySet?.Keys.FirstOrDefault(k => k.Kid == ((JsonWebToken)result.SecurityToken).Kid);
        return Endorses(key, activity.ChannelId)
            && result.Claims.FirstOrDefault(c => c.Key.Equals("serviceurl", StringComparison.OrdinalIgnoreCase)).Value is string proved
            && IsSame(proved, activity.ServiceUrl)
            ? null
            : StatusCodes.Status403Forbidden;
    }

    async Task<(TokenValidationResult Result, OpenIdConnectConfiguration Published)> Validate(string token, CancellationToken cancel)
    {
        var published = await metadata.GetConfigurationAsync(cancel);
        var result = await handler.ValidateTokenAsync(token, Parameters(published));
        if (result.Exception is not SecurityTokenSignatureKeyNotFoundException)
            return (result, published);
        published = await RolledOver(cancel) ?? published;
        return (await handler.ValidateTokenAsync(token, Parameters(published)), published);
    }

    // Keys roll over: a key not known yet is looked for at once, though not at every stranger's call.
    async Task<OpenIdConnectConfiguration?> RolledOver(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (now - looked < LooksAgain)
            return rolledOver;
        looked = now;
        metadata.RequestRefresh();
        return rolledOver = await OpenIdConnectConfigurationRetriever.GetAsync(options.OpenIdMetadataAddress, documents, cancel);
    }

    TokenValidationParameters Parameters(OpenIdConnectConfiguration published) => new()
    {
        ValidIssuer = published.Issuer,
        ValidAudience = options.AppId,
        IssuerSigningKeys = published.SigningKeys,
        ValidAlgorithms = published.IdTokenSigningAlgValuesSupported is { Count: > 0 } named ? [.. named.Where(a => a.StartsWith("RS", StringComparison.Ordinal))] : [SecurityAlgorithms.RsaSha256],
        TryAllIssuerSigningKeys = false,
        ClockSkew = Skew,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            return until is not null && until > now - Skew && (from is null || from < now + Skew);
        },
    };

    // A key signs only for the channels that it names.
    static bool Endorses(JsonWebKey? key, string? channel) =>
        key?.AdditionalData.TryGetValue("endorsements", out var named) == true && named switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } all => all.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.String && e.GetString() == channel),
            IEnumerable<object> all => all.Any(e => e is string name && name == channel),
            _ => false,
        };

    static bool IsSame(string proved, string? claimed) =>
        claimed is not null && string.Equals(proved.TrimEnd('/'), claimed.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    // A proxy on this machine speaks for others.
    static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");

    static bool IsLocalAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.Scheme is "http" or "https";
}
