using FocBot.Channels.Slack;

namespace FocBot.Tests.Channels.Slack;

public sealed class SlackManifestTests
{
    [Fact]
    public void The_manifest_asks_for_the_scopes_of_the_install_and_no_more()
    {
        var manifest = SlackManifest.For("foc.example.org");
        var scopes = manifest[manifest.IndexOf("    bot:", StringComparison.Ordinal)..manifest.IndexOf("settings:", StringComparison.Ordinal)]
            .Split('\n').Where(l => l.TrimStart().StartsWith('-')).Select(l => l.Trim(' ', '-'));
        Assert.Equal(SlackInstall.Scopes.Split(',').Order(StringComparer.Ordinal), scopes.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("${", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void For_Socket_Mode_it_names_no_address()
    {
        var manifest = SlackManifest.For(null);
        Assert.DoesNotContain("https://", manifest, StringComparison.Ordinal);
        Assert.Contains("socket_mode_enabled: true", manifest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://foc.example.org")]
    [InlineData("foc.example.org\nx: y")]
    public void What_is_no_domain_is_refused(string domain) => Assert.Throws<FormatException>(() => SlackManifest.For(domain));
}
