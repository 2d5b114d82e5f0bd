using Microsoft.Playwright;

namespace FocBot.ClientTests;

/// <summary>Pictures for people to look at: kept in the folder that the environment variable SCREENSHOTS names.</summary>
static class Shot
{
    internal static async Task Keep(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
