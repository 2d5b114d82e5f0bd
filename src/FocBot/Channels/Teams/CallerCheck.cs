using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace FocBot.Channels.Teams;

/// <summary>Whether a call comes from Bot Framework, and for which service address.</summary>
/// <remarks>Source: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication.</remarks>
sealed class CallerCheck : IDisposable
{
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5), RefreshInterval = TimeSpan.FromMinutes(1);

    readonly TeamsOptions options;
    readonly ConfigurationManager<OpenIdConnectConfiguration> metadata;
    readonly HttpDocumentRetriever documents;
    readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    readonly TimeProvider time;
    readonly SemaphoreSlim refreshing = new(1);
    OpenIdConnectConfiguration? latest;
    long? refreshed;

    public CallerCheck(IOptions<TeamsOptions> options, IHttpClientFactory http, TimeProvider time)
    {
        (this.options, this.time) = (options.Value, time);
        documents = new(http.CreateClient(nameof(CallerCheck))) { RequireHttps = new Uri(this.options.OpenIdMetadataAddress).Scheme == Uri.UriSchemeHttps };
        metadata = new(this.options.OpenIdMetadataAddress, new OpenIdConnectConfigurationRetriever(), documents);
    }

    public void Dispose() => refreshing.Dispose();

    /// <summary>The HTTP status to refuse the caller with; null when it may pass.</summary>
    /// <param name="authorization">The Authorization header.</param>
    /// <param name="activity">Its channel and service URL are looked at, nothing else.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    internal async Task<int?> StatusOfRefusalAsync(string authorization, Activity activity, CancellationToken cancellationToken) =>
        !options.HasCredentials ? LocalCaller.IsLocalServiceUrl(activity.ServiceUrl) ? null : StatusCodes.Status403Forbidden
        : await StatusOfTokenAsync(authorization, activity, cancellationToken);

    async Task<int?> StatusOfTokenAsync(string authorization, Activity activity, CancellationToken cancellationToken)
    {
        const string scheme = "Bearer ";
        if (!authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return StatusCodes.Status401Unauthorized;
        TokenValidationResult result;
        OpenIdConnectConfiguration published;
        try
        {
            (result, published) = await ValidateAsync(authorization[scheme.Length..].Trim(), cancellationToken);
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

    async Task<(TokenValidationResult Result, OpenIdConnectConfiguration Published)> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        var published = await metadata.GetConfigurationAsync(cancellationToken);
        var result = await handler.ValidateTokenAsync(token, Parameters(published));
        if (result.Exception is not SecurityTokenSignatureKeyNotFoundException)
            return (result, published);
        published = await RefreshAsync(cancellationToken) ?? published;
        return (await handler.ValidateTokenAsync(token, Parameters(published)), published);
    }

    // Keys roll over: an unknown one is looked for at once, though at most once a minute, so that strangers cannot make it busy.
    async Task<OpenIdConnectConfiguration?> RefreshAsync(CancellationToken cancellationToken)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            if (refreshed is { } last && time.GetElapsedTime(last) < RefreshInterval)
                return latest;
            refreshed = time.GetTimestamp();
            metadata.RequestRefresh();
            return latest = await OpenIdConnectConfigurationRetriever.GetAsync(options.OpenIdMetadataAddress, documents, cancellationToken);
        }
        finally
        {
            refreshing.Release();
        }
    }

    TokenValidationParameters Parameters(OpenIdConnectConfiguration published) => new()
    {
        ValidIssuer = published.Issuer,
        ValidAudience = options.AppId,
        IssuerSigningKeys = published.SigningKeys,
        ValidAlgorithms = published.IdTokenSigningAlgValuesSupported is { Count: > 0 } named
            ? [.. named.Where(algorithm => algorithm.StartsWith("RS", StringComparison.Ordinal))]
            : [SecurityAlgorithms.RsaSha256],
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
            JsonElement { ValueKind: JsonValueKind.Array } all =>
                all.EnumerateArray().Any(name => name.ValueKind == JsonValueKind.String && name.GetString() == channel),
            IEnumerable<object> all => all.Any(e => e is string name && name == channel),
            _ => false,
        };

    // Nothing is ever sent in clear to another machine.
    static bool IsSame(string proved, string? claimed) =>
        claimed is not null && TeamsOptionsValidator.IsSafe(claimed)
        && string.Equals(proved.TrimEnd('/'), claimed.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
