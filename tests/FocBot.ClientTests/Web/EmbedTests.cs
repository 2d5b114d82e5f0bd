using Microsoft.Playwright;

namespace FocBot.ClientTests.Web;

/// <summary>The chat on another site, by one line of script.</summary>
public sealed class EmbedTests(Browser browser)
{
    [Fact]
    public async Task A_delegations_own_site_gets_a_button_that_opens_the_chat_without_a_cookie()
    {
        var requests = new List<string>();
        var page = await browser.Open("about:blank");
        var site = $"http://localhost:{browser.Address.Port}/delegation";
        await page.RouteAsync(site, route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<!doctype html><html lang=\"en\"><title>A delegation</title><main><h1>A delegation</h1></main><script "
                + $"src=\"{browser.Address}embed.js\" defer></script></html>",
        }));
        page.Console += (_, message) => requests.Add(message.Text);
        page.RequestFailed += (_, r) => requests.Add(r.Url + r.Failure);
        page.Request += (_, request) => requests.Add(new Uri(request.Url).AbsolutePath);
        await page.GotoAsync(site);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Ask the statement" });
        Assert.Equal(["/delegation", "/embed.js"], requests);
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var chat = page.FrameLocator("iframe");
        await chat.GetByLabel("Your question").FillAsync("encryption");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chat.Locator(".key").First).ToContainTextAsync("restrictions on encryption");
        await page.AxeFindsNothing();
        await Shot.Keep(page, "web-embed", whole: false);
        Assert.Empty(await page.Context.CookiesAsync());
        var elsewhere = await page.Context.RunAndWaitForPageAsync(() =>
            chat.GetByRole(AriaRole.Link, new() { Name = "Open in the statement" }).First.ClickAsync());
        await Assertions.Expect(elsewhere.Locator("article:target")).ToBeVisibleAsync();
        await page.BringToFrontAsync();
        await chat.GetByLabel("Your question").FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("iframe")).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Other_sites_and_other_pages_may_not_be_framed()
    {
        var page = await browser.Open("about:blank");
        foreach (var path in (string[])["/", Pages.Statement])
        {
            var policy = (await page.APIRequest.GetAsync($"{browser.Address}{path.TrimStart('/')}")).Headers["content-security-policy"];
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        }

        Assert.Contains("frame-ancestors http://localhost:*",
            (await page.APIRequest.GetAsync($"{browser.Address}embed")).Headers["content-security-policy"], StringComparison.Ordinal);
    }
}
