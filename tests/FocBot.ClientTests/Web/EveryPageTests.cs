using Microsoft.Playwright;

namespace FocBot.ClientTests.Web;

/// <summary>What holds for every page: wide and narrow, light and dark.</summary>
public sealed class EveryPageTests(Browser browser)
{
    const int Budget = 100 * 1024;

    // The first two show each width and each scheme; pictures are taken of all.
    static readonly (int Width, ColorScheme Scheme)[] All = [(1280, ColorScheme.Light),
        (390, ColorScheme.Dark), (1280, ColorScheme.Dark), (390, ColorScheme.Light)];

    [Theory]
    [InlineData("/")]
    [InlineData("/statements")]
    [InlineData("/compare?about=surveillance")]
    [InlineData(Pages.Statement + "#16")]
    [InlineData(Pages.Statement + "/topics")]
    [InlineData(Pages.Statement + "/topics/surveillance")]
    [InlineData(Pages.Statement + "/recommendations")]
    [InlineData(Pages.Statement + "/recommendations?q=states&strength=should+encourage")]
    [InlineData(Pages.Statement + "/glossary")]
    [InlineData(Pages.Statement + "/references")]
    [InlineData(Pages.Statement + "/cite/13")]
    [InlineData(Pages.Statement + "/drafts/surveillance")]
    [InlineData(Pages.Statement + "/course")]
    [InlineData(Pages.Statement + "/course/summary")]
    [InlineData(Pages.Statement + "/course/tour/3")]
    [InlineData(Pages.Statement + "/course/recommendations")]
    [InlineData(Pages.Statement + "/course/post?topic=surveillance&topic=democracy")]
    [InlineData(Pages.Statement + "/course/check")]
    [InlineData(Pages.Statement + "/course/certificate")]
    [InlineData(Pages.Statement + "/course/handout")]
    [InlineData(Pages.Statement + "/quiz")]
    [InlineData("/trainer")]
    [InlineData("/embed")]
    [InlineData("/api")]
    [InlineData("/privacy")]
    [InlineData("/terms")]
    [InlineData("/nowhere")]
    public async Task Axe_finds_nothing_the_screen_is_wide_enough_and_the_page_is_small(string path)
    {
        foreach (var (width, scheme) in Shot.AreKept ? All : All.Take(2))
        {
            var received = 0L;
            var complaints = new List<string>();
            var page = await browser.Open("about:blank",
                new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = width == 390 ? 844 : 900 } });
            page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : []);
            page.Request += (_, request) => complaints.AddRange(new Uri(request.Url).Host == "127.0.0.1" ? [] : [request.Url]);
            page.RequestFinished += async (_, request) => Interlocked.Add(ref received, (await request.SizesAsync()).ResponseBodySize);
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.FitsTheScreen();
            await page.AxeFindsNothing();
            await Shot.Keep(page, $"web{path.Split('?', '#')[0].Replace(Pages.Statement, "-s", StringComparison.Ordinal).Replace('/', '-')}-{width}-{scheme}");
            Assert.DoesNotContain(complaints, c => !c.Contains("404", StringComparison.Ordinal));
            Assert.InRange(received, 1_000, Budget);
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("facial recognition", ColorScheme.Light, 1280)]
    [InlineData("facial recognition", ColorScheme.Dark, 390)]
    [InlineData("carbonara recipe for four", ColorScheme.Light, 390)]
    [InlineData("List all recommendations", ColorScheme.Dark, 1280)]
    [InlineData("ماذا يقول البيان عن حرية التعبير؟", ColorScheme.Light, 390)]
    [InlineData("help", ColorScheme.Light, 390)]
    public async Task Axe_finds_nothing_in_an_answer(string question, ColorScheme scheme, int width)
    {
        var page = await browser.Open("/", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 844 } });
        await page.Say(question);
        await page.AxeFindsNothing();
        await page.FitsTheScreen();
        await Shot.Keep(page, $"web-answer-{width}-{scheme}-{question.Length}", whole: false);
    }

    [Fact]
    public async Task On_a_phone_the_header_is_low_and_its_menu_opens_by_keyboard()
    {
        var page = await browser.Open(Pages.Statement, Pages.Phone);
        Assert.InRange((await page.Locator("header").BoundingBoxAsync())!.Height, 1, 60);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Glossary" })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Shot.Keep(page, "web-menu-390", whole: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Glossary" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Glossary" })).ToBeVisibleAsync();
    }
}
