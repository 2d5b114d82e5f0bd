using System.IO.Compression;
using FocBot.Channels;
using FocBot.Channels.Teams;
using Microsoft.Extensions.Options;

namespace FocBot.Tests.Channels.Teams;

/// <summary>What an admin meets.</summary>
public sealed class TeamsSetupTests
{
    [Theory]
    [InlineData("AppId", "not-a-guid", "must be the application")]
    [InlineData("AppSecret", "s", "AppId is missing")]
    [InlineData("OpenIdMetadataAddress", "http://keys.example/", "must be an https address")]
    [InlineData("TokenAuthority", "ftp://x", "must be an https address")]
    [InlineData("CertificatePath", "/no/such/file.pfx", "there is no file")]
    public async Task A_wrong_setting_stops_the_start_and_says_what_to_set(string setting, string value, string said)
    {
        await using var server = new RunningServer { Settings = [$"--Channels:Teams:{setting}={value}"] };
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(async () => await server.InitializeAsync());
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_good_credentials_good_and_names_what_is_missing()
    {
        await using var teams = new TeamsServer();
        await teams.InitializeAsync();
        var checks = await Look(teams);
        Assert.Contains(checks, c => c.Good == true && c.Found.Contains("credentials are accepted", StringComparison.Ordinal));
        Assert.Contains(checks, c => c.Good == true && c.Found.Contains("clock", StringComparison.Ordinal));
        Assert.Contains(checks, c => c.Good == false && c.Next!.Contains("Server:PublicAddress", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_doctor_says_so_when_Bot_Framework_cannot_be_reached()
    {
        await using var teams = new TeamsServer();
        await teams.InitializeAsync();
        await teams.Microsoft.DisposeAsync();
        var bad = (await Look(teams)).Where(check => check.Good == false && check.Found.StartsWith("Teams:", StringComparison.Ordinal));
        Assert.Equal(2, bad.Count(check => !check.Found.Contains("citations", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("x", "foc.example.org")]
    [InlineData(BotFramework.AppId, "https://foc.example.org")]
    [InlineData(BotFramework.AppId, "foc.example.org\", \"evil")]
    [InlineData(BotFramework.AppId, "localhost")]
    public void A_package_is_written_for_a_real_id_and_domain_only(string appId, string domain) =>
        Assert.Throws<FormatException>(() => TeamsManifest.Write(appId, domain, Stream.Null));

    [Fact]
    public void The_package_holds_manifest_and_icons()
    {
        using var package = new MemoryStream();
        TeamsManifest.Write(BotFramework.AppId, "foc.example.org", package);
        using var zip = new ZipArchive(package, ZipArchiveMode.Read);
        Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
    }

    static async Task<List<Check>> Look(TeamsServer teams)
    {
        var found = new List<Check>();
        await foreach (var check in teams.Service<IEnumerable<IHealthCheck>>().OfType<TeamsCheck>().Single().CheckAsync(TestContext.Current.CancellationToken))
            found.Add(check);
        return found;
    }
}
