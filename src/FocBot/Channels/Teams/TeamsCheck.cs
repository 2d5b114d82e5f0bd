using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace FocBot.Channels.Teams;

/// <summary>Looks whether Teams is set up well: credentials, their expiry, the clock, who is reached.</summary>
sealed class TeamsCheck(
    IOptions<TeamsOptions> options, IOptions<ServerOptions> server, BotToken token, IHttpClientFactory http, TimeProvider time) : IHealthCheck
{
    static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    readonly TeamsOptions options = options.Value;

    public async IAsyncEnumerable<Check> CheckAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        if (!options.HasCredentials)
        {
            yield return new(null, "Teams: not connected. Tools on this machine may call /api/messages.", "To connect it, follow docs/teams.md.");
            yield break;
        }

        yield return server.Value.PublicAddress.StartsWith("https://", StringComparison.Ordinal)
            ? new(true, $"Teams: citations open at {server.Value.PublicAddress}.")
            : new(false, "Teams: citations would open on the reader's own machine.", "Set Server:PublicAddress to the https address of this server.");
        if (options.CertificatePath.Length > 0)
            yield return Certificate();
        if (options.SecretExpires is { } end)
            yield return Check.OfExpiry("Teams: the secret", end, time.GetUtcNow(),
                "Make a new one in the app registration, and set it and Channels:Teams:SecretExpires.");
        else if (options.AppSecret.Length > 0)
            yield return new(null, "Teams: when the secret expires is not known here.",
                "Set Channels:Teams:SecretExpires to the date that the app registration shows, such as 2027-11-30.");
        await foreach (var check in Metadata(cancel))
            yield return check;
        yield return await Token(cancel);
        yield return File.Exists(Path.Combine(TeamsManifest.Folder, "manifest.json"))
            ? new(true, "Teams: the manifest is here.", $"Write the package: focbot manifest teams --app-id {options.AppId} --domain YOUR.DOMAIN")
            : new(false, "Teams: manifests/teams/manifest.json is missing.", "Install FocBot anew; the folder manifests belongs beside the program.");
    }

    Check Certificate()
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, null);
            return certificate.HasPrivateKey
                ? Check.OfExpiry("Teams: the certificate", certificate.NotAfter, time.GetUtcNow(),
                    "Make a new one and upload its public part to the app registration.")
                : new(false, "Teams: the certificate has no private key.", "Export it as PKCS #12 (.pfx) with its key.");
        }
        catch (CryptographicException)
        {
            return new(false, "Teams: the certificate can't be read.", "Channels:Teams:CertificatePath must be a PKCS #12 file (.pfx) without a password.");
        }
    }

    async IAsyncEnumerable<Check> Metadata([EnumeratorCancellation] CancellationToken cancel)
    {
        HttpResponseMessage? response = null;
        try
        {
            using var client = http.CreateClient(nameof(CallerCheck));
            response = await client.GetAsync(new Uri(options.OpenIdMetadataAddress), cancel);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            // Told below.
        }

        using (response)
        {
            yield return response is { IsSuccessStatusCode: true }
                ? new(true, "Teams: Bot Framework's keys can be fetched.")
                : new(false, $"Teams: {options.OpenIdMetadataAddress} can't be reached.",
                    "Let this server reach it by https (proxy, firewall), or correct Channels:Teams:OpenIdMetadataAddress.");
            if (response?.Headers.Date is { } theirs)
            {
                var off = (time.GetUtcNow() - theirs).Duration();
                yield return off < MostSkew
                    ? new(true, "The clock is right.")
                    : new(false, $"The clock is {off.TotalMinutes:F0} minutes off: every call from Teams will be refused.",
                        "Set the clock (timedatectl set-ntp true).");
            }
        }
    }

    async Task<Check> Token(CancellationToken cancel)
    {
        try
        {
            await token.GetAsync(cancel);
            return new(true, "Teams: the credentials are accepted.");
        }
        catch (MsalServiceException fault)
        {
            var code = fault.ErrorCodesOf();
            return new(false, $"Teams: the credentials are refused ({fault.ErrorCode}{code}).", code switch
            {
                " AADSTS7000215" => "The secret is wrong: copy the secret's value, not its id.",
                " AADSTS7000222" => "The secret has expired: make a new one in the app registration.",
                " AADSTS700016" => "The app id is not known in this tenant: check Channels:Teams:AppId and TenantId.",
                " AADSTS90002" => "The tenant is not known: check Channels:Teams:TenantId.",
                _ => "Check AppId, TenantId and the secret in the app registration.",
            });
        }
        catch (Exception fault) when (fault is MsalClientException or HttpRequestException or CryptographicException)
        {
            return new(false, $"Teams: no token could be asked for ({fault.GetType().Name}).",
                "Check Channels:Teams:TokenAuthority and that this server may reach it.");
        }
    }
}

static class MsalFaults
{
    /// <summary>The directory's own code, " AADSTS7000215"; empty where it gave none.</summary>
    internal static string ErrorCodesOf(this MsalServiceException fault) =>
        fault.Message.IndexOf("AADSTS", StringComparison.Ordinal) is >= 0 and var at
            ? $" {string.Concat(fault.Message[at..].TakeWhile(char.IsLetterOrDigit))}" : "";
}
