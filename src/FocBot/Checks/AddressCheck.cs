using System.Runtime.CompilerServices;
using FocBot.Channels;
using Microsoft.Extensions.Options;

namespace FocBot.Checks;

/// <summary>The address that people reach the server at: set, reached, its TLS certificate good for long enough.</summary>
sealed class AddressCheck(IOptions<ServerOptions> server, TimeProvider time) : IHealthCheck
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async IAsyncEnumerable<Check> CheckAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var address = server.Value.PublicAddress;
        if (address.Length == 0)
        {
            yield return new(null, "Address: Server:PublicAddress is empty, so links open on this machine only.",
                "Set it to the address that people use, such as https://foc.example.org.");
            yield break;
        }

        DateTimeOffset? end = null;
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        // Expired certificates are what is looked for: nothing is sent or believed over this connection.
#pragma warning disable CA5359
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
        {
            end = certificate is null ? null : DateTimeOffset.Parse(certificate.GetExpirationDateString(), System.Globalization.CultureInfo.InvariantCulture);
            return true;
        };
#pragma warning restore CA5359
        using var client = new HttpClient(handler) { Timeout = Patience };
        yield return await ReachAsync(client, address, cancel);
        if (end is { } expires)
            yield return Check.OfExpiry($"Address: the TLS certificate of {address}", expires,
                time.GetUtcNow(), "Renew the certificate where TLS ends (nginx, IIS, the platform).");
        else if (address.StartsWith("http:", StringComparison.Ordinal))
            yield return new(null, $"Address: {address} has no TLS; Teams and Slack deliver to https addresses only.",
                "Put FocBot behind a proxy that ends TLS: docs/operations.md.");
    }

    static async Task<Check> ReachAsync(HttpClient client, string address, CancellationToken cancel)
    {
        const string Next = "Start the server; let the proxy forward to it (docs/operations.md). A firewall may also keep this machine from its own "
            + "public address.";
        try
        {
            using var response = await client.GetAsync(new Uri($"{address}/health/live"), cancel);
            return response.IsSuccessStatusCode ? new(true, $"Address: {address} answers.")
                : new(null, $"Address: {address}/health/live answers {(int)response.StatusCode}.", Next);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return new(null, $"Address: {address} can't be reached from here.", Next);
        }
    }
}
