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
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    // A call signed by a new key waits for it, rather than being refused until the key was fetched.
    static CallerCheck() => AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);

    readonly TeamsOptions options;
    readonly ConfigurationManager<OpenIdConnectConfiguration> metadata;
    readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    readonly TimeProvider time;

    public CallerCheck(IOptions<TeamsOptions> options, IHttpClientFactory http, TimeProvider time)
    {
        (this.options, this.time) = (options.Value, time);
        metadata = new(this.options.OpenIdMetadataAddress, new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http.CreateClient(nameof(CallerCheck))) { RequireHttps = new Uri(this.options.OpenIdMetadataAddress).Scheme == Uri.UriSchemeHttps })
        {
            // A key that is not known yet is looked for again, but not more often than this.
            RefreshInterval = TimeSpan.FromMinutes(1),
        };
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
        var (result, published) = await Validate(authorization[scheme.Length..].Trim(), cancel);
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
        // Keys roll over: look once more.
        metadata.RequestRefresh();
        published = await metadata.GetConfigurationAsync(cancel);
        return (await handler.ValidateTokenAsync(token, Parameters(published)), published);
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
