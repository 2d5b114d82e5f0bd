using Microsoft.Playwright;

namespace FocBot.ClientTests.Web;

public sealed class ReadingPageTests(Browser browser)
{
    static BrowserNewContextOptions Clipboard => new() { Permissions = ["clipboard-read", "clipboard-write"] };

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_cited_passage_is_in_view_and_not_beneath_the_header(int width)
    {
        var page = await browser.Open($"{Pages.Statement}#25", new() { ViewportSize = new() { Width = width, Height = 844 } });
        var (header, passage) = ((await page.Locator("header").BoundingBoxAsync())!, (await page.Locator("article:target").BoundingBoxAsync())!);
        Assert.InRange(passage.Y, header.Y + header.Height, 500);
    }

    [Fact]
    public async Task The_contents_lead_to_their_sections_and_recommendations_to_their_neighbours()
    {
        var page = await browser.Open(Pages.Statement);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Contents" })
            .GetByRole(AriaRole.Link, new() { Name = "Recommendations to States" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Recommendations to States" })).ToBeInViewportAsync();
        await page.Locator("article[id='15']").GetByRole(AriaRole.Link, new() { Name = "Recommendation 2" }).ClickAsync();
        await Assertions.Expect(page.Locator("article:target")).ToContainTextAsync("independent and effective oversight");
    }

    [Fact]
    public async Task A_paragraph_gives_its_quotation_its_link_and_its_citations()
    {
        var page = await browser.Open($"{Pages.Statement}#25", Clipboard);
        await page.Locator("article:target summary").ClickAsync();
        await page.Locator("article:target").GetByRole(AriaRole.Button, new() { Name = "Copy quotation" }).ClickAsync();
        Assert.Matches("good cyber hygiene\\.” Freedom Online Coalition.*/statements/foc-2020-cybersecurity#25$", await page.Clipboard());
        await page.Locator("article:target").GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        Assert.Matches("^http://127.0.0.1:[0-9]+/statements/foc-2020-cybersecurity#25$", await page.Clipboard());
        await page.Locator("article:target").GetByRole(AriaRole.Link, new() { Name = "Cite as" }).ClickAsync();
        await page.Locator("section", new() { HasText = "Chicago" }).GetByRole(AriaRole.Button).ClickAsync();
        Assert.StartsWith("Freedom Online Coalition. “FOC Joint Statement", await page.Clipboard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_as_large_letters_fit_a_phone_and_print_shows_the_text_alone()
    {
        var page = await browser.Open(Pages.Statement, Pages.Phone);
        await page.EvaluateAsync("document.documentElement.style.setProperty('font-size', '200%')");
        await page.FitsTheScreen();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator("header")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".passage-menu:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("article .words").First).ToBeVisibleAsync();
    }
}
