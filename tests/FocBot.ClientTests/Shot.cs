using Microsoft.Playwright;

namespace FocBot.ClientTests;

/// <summary>Pictures for people to look at: kept in the folder that the environment variable SCREENSHOTS names.</summary>
static class Shot
{
    internal static bool AreKept => Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 };

    /// <param name="page">What is on it.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="whole">The whole page; else what the window shows.</param>
    internal static async Task Keep(IPage page, string name, bool whole = true)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = whole });
    }
}
