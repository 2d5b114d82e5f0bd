using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FocBot.ClientTests;

public sealed class WebPageTests(Browser browser)
{
    static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 360, Height = 740 } };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_is_answered_with_a_marked_cited_excerpt(bool scripts)
    {
        var page = await browser.Open("/", new() { JavaScriptEnabled = scripts });
        await page.GetByLabel("Your question").FillAsync("what does it say about facial recognition?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("mark").First).ToContainTextAsync("facial recognition or other biometric technologies");
        await Assertions.Expect(page.Locator("figcaption").First).ToContainTextAsync("Freedom Online Coalition");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_citation_opens_at_its_passage(bool scripts)
    {
        var page = await Ask("facial recognition", new() { JavaScriptEnabled = scripts });
        await page.Locator("figcaption a").First.ClickAsync();
        var passage = page.Locator("article:target");
        await Assertions.Expect(passage).ToContainTextAsync("facial recognition or other biometric technologies");
        await Assertions.Expect(passage).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_choice_says_its_sentence_and_the_conversation_goes_on(bool scripts)
    {
        var page = await Ask("facial recognition", new() { JavaScriptEnabled = scripts });
        await page.Locator(".turn .choices button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".turn").Last.Locator("blockquote")).ToHaveCountAsync(11);
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        var page = await browser.Open("/");
        await page.Keyboard.TypeAsync("encryption and anonymity");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("mark").First).ToContainTextAsync("restrictions on encryption and anonymity");
        await Assertions.Expect(page.GetByLabel("Your question")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text_never_as_markup()
    {
        var page = await Ask("<img src=x onerror=alert(1)> surveillance");
        await Assertions.Expect(page.Locator(".asked")).ToContainTextAsync("<img src=x");
        await Assertions.Expect(page.Locator(".turn img")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_quotation_is_copied_with_its_citation()
    {
        var page = await browser.Open("/statements/foc-2020-cybersecurity#25", new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.Locator("article:target summary").ClickAsync();
        await page.Locator("article:target button.copy").ClickAsync();
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("good cyber hygiene.", copied, StringComparison.Ordinal);
        Assert.Contains("/statements/foc-2020-cybersecurity#25", copied, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", ColorScheme.Light)]
    [InlineData("/", ColorScheme.Dark)]
    [InlineData("/statements", ColorScheme.Light)]
    [InlineData("/statements/foc-2020-cybersecurity#16", ColorScheme.Light)]
    [InlineData("/statements/foc-2020-cybersecurity#16", ColorScheme.Dark)]
    public async Task Axe_finds_nothing(string path, ColorScheme scheme) =>
        await FindsNothing(await browser.Open(path, new() { ColorScheme = scheme }));

    [Theory]
    [InlineData("facial recognition", ColorScheme.Light)]
    [InlineData("facial recognition", ColorScheme.Dark)]
    [InlineData("carbonara recipe for four", ColorScheme.Light)]
    [InlineData("List all recommendations", ColorScheme.Dark)]
    [InlineData("help", ColorScheme.Light)]
    public async Task Axe_finds_nothing_in_an_answer(string question, ColorScheme scheme) =>
        await FindsNothing(await Ask(question, new() { ColorScheme = scheme }));

    [Theory]
    [InlineData("/")]
    [InlineData("/statements/foc-2020-cybersecurity#28")]
    public async Task A_phone_needs_no_sideways_scrolling(string path)
    {
        var page = await browser.Open(path, Phone);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task Nothing_breaks_the_content_security_policy_and_nothing_comes_from_outside()
    {
        var complaints = new List<string>();
        var page = await browser.Open("/");
        page.Console += (_, message) => complaints.Add(message.Text);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Host != "127.0.0.1")
                complaints.Add(request.Url);
        };
        await page.ReloadAsync();
        await page.GetByLabel("Your question").FillAsync("shutdowns");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(1);
        Assert.Empty(complaints);
    }

    async Task<IPage> Ask(string question, BrowserNewContextOptions? options = null)
    {
        var page = await browser.Open("/", options);
        await page.GetByLabel("Your question").FillAsync(question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(1);
        return page;
    }

    static async Task FindsNothing(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Select(n => n.Html))}")));
    }
}
