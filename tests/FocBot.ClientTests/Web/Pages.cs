using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FocBot.ClientTests.Web;

/// <summary>What people do on the pages, and what tests look for there.</summary>
static class Pages
{
    internal const string Statement = "/statements/foc-2020-cybersecurity";

    internal static BrowserNewContextOptions Phone => new() { ViewportSize = new() { Width = 390, Height = 844 } };

    internal static ILocator LastTurn(this IPage page) => page.Locator(".turn").Last;

    /// <summary>Types a question and waits for its answer.</summary>
    internal static async Task Say(this IPage page, string words)
    {
        var turns = await page.Locator(".turn").CountAsync();
        await page.GetByLabel("Your question").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await page.Answered(turns + 1);
    }

    /// <summary>Presses a button of the newest turn and waits for the answer.</summary>
    internal static async Task Press(this IPage page, string label)
    {
        var turns = await page.Locator(".turn").CountAsync();
        await page.LastTurn().Locator(".choices").GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();
        await page.Answered(turns + 1);
    }

    static async Task Answered(this IPage page, int turns)
    {
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(turns);
        await Assertions.Expect(page.LastTurn().Locator(".answer")).ToBeVisibleAsync();
    }

    internal static async Task AxeFindsNothing(this IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{page.Url}\n"
            + string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Select(n => n.Html))}")));
    }

    /// <summary>Nothing on the page makes it scroll sideways.</summary>
    internal static async Task FitsTheScreen(this IPage page) =>
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            document.documentElement.scrollWidth <= innerWidth ? []
              : [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 100))
            """));

    /// <summary>What stands in the clipboard; the page must have the permission.</summary>
    internal static Task<string> Clipboard(this IPage page) => page.EvaluateAsync<string>("navigator.clipboard.readText()");
}
