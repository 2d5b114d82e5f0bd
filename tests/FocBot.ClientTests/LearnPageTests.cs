using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FocBot.ClientTests;

/// <summary>Somebody who never saw the statement, with nothing but buttons.</summary>
public sealed class LearnPageTests(Browser browser)
{
    [Fact]
    public async Task From_hi_alone_by_buttons_one_gets_through_the_tour_and_into_the_quiz()
    {
        var page = await Hi();
        await Press(page, "Take the tour");
        for (var stop = 2; stop <= 10; stop++)
        {
            await Press(page, "Next");
            await Assertions.Expect(Last(page).Locator(".lead").First).ToContainTextAsync($"Stop {stop} of 10");
        }

        await Shot.Keep(page, "web-tour");
        await Press(page, "Finish");
        await Press(page, "Take the quiz");
        for (var question = 0; question < 5; question++)
        {
            await Last(page).Locator(".choices button").First.ClickAsync();
            await Assertions.Expect(page.Locator(".turn").Nth(13 + question)).ToBeVisibleAsync();
            if (await Last(page).GetByRole(AriaRole.Button, new() { Name = "Next question" }).CountAsync() > 0)
                break;
        }

        await Shot.Keep(page, "web-quiz");
        await page.ReloadAsync();
        await Say(page, "continue tour");
        await Assertions.Expect(Last(page).Locator(".lead").First).ToContainTextAsync("Stop 1 of 10");
    }

    [Fact]
    public async Task The_recommendations_on_surveillance_are_found_by_buttons_and_one_is_copied_with_its_citation()
    {
        var page = await Hi(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await Press(page, "Surveillance");
        await Press(page, "Topics");
        await Press(page, "Surveillance");
        await Press(page, "Recommendations on it");
        await Assertions.Expect(Last(page).Locator("blockquote")).ToHaveCountAsync(2);
        await Last(page).Locator("button.copy").First.ClickAsync();
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("recommendation", copied, StringComparison.Ordinal);
        Assert.Contains("Freedom Online Coalition", copied, StringComparison.Ordinal);
        await Shot.Keep(page, "web-recommendations");
    }

    [Theory]
    [InlineData("/topics", ColorScheme.Light)]
    [InlineData("/recommendations?strength=should+encourage", ColorScheme.Light)]
    [InlineData("/recommendations", ColorScheme.Dark)]
    [InlineData("/glossary", ColorScheme.Dark)]
    [InlineData("/first-week", ColorScheme.Light)]
    [InlineData("/certificate", ColorScheme.Light)]
    [InlineData("/privacy", ColorScheme.Dark)]
    [InlineData("/terms", ColorScheme.Light)]
    public async Task Axe_finds_nothing_and_a_phone_needs_no_sideways_scrolling(string path, ColorScheme scheme)
    {
        var page = await browser.Open(path, new() { ColorScheme = scheme, ViewportSize = new() { Width = 360, Height = 740 } });
        await Shot.Keep(page, $"web{path.Split('?')[0].Replace('/', '-')}-{scheme}");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help}"));
    }

    [Fact]
    public async Task Recommendations_are_filtered_by_wording_and_addressee()
    {
        var page = await browser.Open("/recommendations");
        await page.GetByLabel("Wording").SelectOptionAsync("should encourage");
        await page.GetByLabel("For", new() { Exact = true }).SelectOptionAsync("private sector actors");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.Locator("blockquote")).ToHaveCountAsync(2);
    }

    async Task<IPage> Hi(BrowserNewContextOptions? options = null)
    {
        var page = await browser.Open("/", options);
        await Say(page, "hi");
        return page;
    }

    static async Task Say(IPage page, string words)
    {
        await page.GetByLabel("Your question").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".turn")).Not.ToHaveCountAsync(0);
    }

    static async Task Press(IPage page, string label)
    {
        var turns = await page.Locator(".turn").CountAsync();
        await Last(page).GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(turns + 1);
    }

    static ILocator Last(IPage page) => page.Locator(".turn").Last;
}
