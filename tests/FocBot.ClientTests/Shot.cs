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

    /// <summary>The whole page as a desk and a phone show it, light and dark; the page stays as it was.</summary>
    internal static async Task KeepEach(IPage page, string name)
    {
        if (!AreKept)
            return;
        var before = page.ViewportSize!;
        foreach (var width in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await Keep(page, $"{name}-{width}-{scheme}");
            }
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Null });
    }
}
