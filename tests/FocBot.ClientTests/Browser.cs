using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(FocBot.ClientTests.Browser))]

namespace FocBot.ClientTests;

/// <summary>A real Chromium, and the real server for it.</summary>
public sealed class Browser : IAsyncLifetime
{
    readonly FocBot.Tests.RunningServer server = new();
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
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
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

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await server.DisposeAsync();
    }
}
