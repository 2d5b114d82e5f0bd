using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace FocBot.Channels.Teams;

/// <summary>The bot's own token, by which it proves to the connector who it is; cached and renewed by Microsoft.Identity.Client.</summary>
sealed class BotToken(IOptions<TeamsOptions> options, IHttpClientFactory http)
{
    readonly TeamsOptions options = options.Value;
    readonly Lazy<Func<CancellationToken, Task<string>>> acquire = new(() => Acquirer(options.Value, http));

    /// <summary>The token; null where the bot has no credentials and speaks to local tools only.</summary>
    /// <exception cref="MsalException">The credentials were refused, or who issues tokens can't be reached.</exception>
    internal async Task<string?> GetAsync(CancellationToken cancellationToken) =>
        options.HasCredentials ? await acquire.Value(cancellationToken) : null;

    static Func<CancellationToken, Task<string>> Acquirer(TeamsOptions options, IHttpClientFactory http)
    {
        string[] scopes = [options.TokenScope];
        if (options.ManagedIdentity)
        {
            var identity = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(options.AppId)).Build();
            var resource = options.TokenScope.Replace("/.default", "", StringComparison.Ordinal);
            return async cancel => (await identity.AcquireTokenForManagedIdentity(resource).ExecuteAsync(cancel)).AccessToken;
        }

        var authority = Authority(options);
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority(new UriBuilder(authority) { Scheme = Uri.UriSchemeHttps, Port = authority.Port }.Uri, validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new Clients(http, authority));
        var application = (options.CertificatePath.Length > 0
            ? builder.WithCertificate(X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, null))
            : builder.WithClientSecret(options.AppSecret)).Build();
        return async cancel => (await application.AcquireTokenForClient(scopes).ExecuteAsync(cancel)).AccessToken;
    }

    // Multi-tenant bots of old have their tokens from Bot Framework's own tenant.
    static Uri Authority(TeamsOptions options)
    {
        var authority = new Uri(options.TokenAuthority);
        return authority.AbsolutePath == "/" ? new(authority, options.TenantId.Length > 0 ? options.TenantId : "botframework.com") : authority;
    }

    /// <summary>Hands out the clients; an authority on this very machine is spoken to as its setting says, without TLS.</summary>
    sealed class Clients(IHttpClientFactory http, Uri authority) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => authority.Scheme == Uri.UriSchemeHttp
            ? new HttpClient(new Downgrade(authority))
            : http.CreateClient(nameof(BotToken));
    }

    sealed class Downgrade(Uri authority) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is { } uri && uri.IsLoopback && uri.Port == authority.Port)
                request.RequestUri = new UriBuilder(uri) { Scheme = Uri.UriSchemeHttp, Port = uri.Port }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
