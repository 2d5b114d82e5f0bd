using Microsoft.Playwright;

namespace FocBot.ClientTests.Web;

public sealed class StudyPageTests(Browser browser)
{
    [Fact]
    public async Task Recommendations_follow_what_is_typed_and_the_address_can_be_shared()
    {
        var page = await browser.Open($"{Pages.Statement}/recommendations");
        await page.GetByLabel("Words").FillAsync("PRIVATE sector");
        await Assertions.Expect(page.Locator("figure:visible")).ToHaveCountAsync(2);
        await page.GetByLabel("Wording").SelectOptionAsync("should encourage");
        await page.GetByLabel("Words").FillAsync("hygiene");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 of 11 recommendations");
        await page.GotoAsync(page.Url);
        await Assertions.Expect(page.Locator("figure:visible")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByLabel("Words")).ToHaveValueAsync("hygiene");
    }

    [Fact]
    public async Task Recommendations_are_filtered_without_scripts_too()
    {
        var page = await browser.Open($"{Pages.Statement}/recommendations", new() { JavaScriptEnabled = false });
        await page.GetByLabel("For", new() { Exact = true }).SelectOptionAsync("private sector actors");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.Locator("figure:visible")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_topic_shows_its_passages_recommendations_and_terms_and_gives_a_Word_file()
    {
        var page = await browser.Open($"{Pages.Statement}/topics");
        await page.GetByRole(AriaRole.Link, new() { Name = "Surveillance", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("blockquote.key")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator("section", new() { HasText = "Recommendations" }).Last.Locator("blockquote.key")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("dt", new() { HasText = "biometric technologies" })).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Word file" }).ClickAsync());
        Assert.Equal("foc-2020-cybersecurity-surveillance.docx", download.SuggestedFilename);
    }

    [Fact]
    public async Task The_glossary_says_once_what_the_text_leaves_undefined_and_where_it_uses_each_term()
    {
        var page = await browser.Open($"{Pages.Statement}/glossary");
        await Assertions.Expect(page.GetByText("not defined in the text")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "UNGGE, para. 19" }).ClickAsync();
        await Assertions.Expect(page.Locator("article:target")).ToContainTextAsync("UNGGE");
    }

    [Fact]
    public async Task A_reference_leads_to_where_it_stands()
    {
        var page = await browser.Open($"{Pages.Statement}/references");
        await page.GetByRole(AriaRole.Link, new() { Name = "General Assembly resolution 68/167" }).ClickAsync();
        await Assertions.Expect(page.Locator("article:target")).ToContainTextAsync("68/167");
    }
}
