using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(FocBot.ClientTests.Browser))]

namespace FocBot.ClientTests;

/// <summary>A real Chromium, and the real server for it.</summary>
public sealed class Browser : IAsyncLifetime
{
    internal const string TrainerKey = "a key for the tests alone";

    readonly FocBot.Tests.RunningServer server = new() { Settings = [$"--Server:TrainerKey={TrainerKey}", "--Server:EmbedAncestors=http://localhost:*"] };
    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (RequiredTools.Chromium is not { } chromium)
            return;
        await server.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            // A site that a test makes up counts as a public one, which may not load from this machine: that check is off.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-features=LocalNetworkAccessChecks"],
        });
    }

    /// <summary>A new page of its own context. Without Chromium the test is skipped.</summary>
    internal async Task<IPage> Open(string path, BrowserNewContextOptions? options = null)
    {
        RequiredTools.NeedChromium();
        options ??= new();
        options.BaseURL = server.Client.BaseAddress!.ToString();
        var page = await (await browser!.NewContextAsync(options)).NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Where the server is.</summary>
    internal Uri Address => server.Client.BaseAddress!;

    /// <summary>What the server itself uses.</summary>
    internal T Service<T>()
        where T : notnull => server.Service<T>();

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await server.DisposeAsync();
    }
}
