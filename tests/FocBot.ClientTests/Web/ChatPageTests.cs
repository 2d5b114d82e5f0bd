using Microsoft.Playwright;

namespace FocBot.ClientTests.Web;

public sealed class ChatPageTests(Browser browser)
{
    static BrowserNewContextOptions Scripts(bool run) => new() { JavaScriptEnabled = run };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_is_answered_with_the_sentence_its_paragraph_and_its_place(bool scripts)
    {
        var page = await browser.Open("/", Scripts(scripts));
        await page.Say("what does it say about facial recognition?");
        await Assertions.Expect(page.Locator(".key").First).ToContainTextAsync("facial recognition or other biometric technologies");
        await Assertions.Expect(page.Locator("details.paragraph mark").First).ToBeHiddenAsync();
        await page.LastTurn().GetByText("Show the paragraph").First.ClickAsync();
        await Assertions.Expect(page.Locator("details.paragraph[open] mark").First).ToContainTextAsync("facial recognition or other biometric technologies");
        await Assertions.Expect(page.Locator("details.paragraph[open] mark").First).ToBeVisibleAsync();
        await page.LastTurn().GetByRole(AriaRole.Link, new() { Name = "Open in the statement" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("article:target")).ToContainTextAsync("facial recognition or other biometric technologies");
        await Assertions.Expect(page.Locator("article:target")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_beside_the_answer_is_folded(bool scripts)
    {
        var page = await browser.Open("/", Scripts(scripts));
        await page.Say("who must protect privacy");
        await Assertions.Expect(page.Locator("details.further:not([open])")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 1280)]
    [InlineData(true, 390)]
    [InlineData(false, 390)]
    public async Task The_newest_turn_is_in_view_and_the_box_stays_at_the_bottom(bool scripts, int width)
    {
        var page = await browser.Open("/", new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = 844 } });
        await page.Say("list all recommendations");
        await page.Press("Topics");
        await Assertions.Expect(page.LastTurn().Locator(".asked")).ToBeInViewportAsync();
        await Assertions.Expect(page.LastTurn().Locator(".lead").First).ToBeInViewportAsync();
        await Assertions.Expect(page.GetByLabel("Your question")).ToBeInViewportAsync();
        var (header, asked) = ((await page.Locator("header").BoundingBoxAsync())!, (await page.LastTurn().Locator(".asked").BoundingBoxAsync())!);
        Assert.True(asked.Y >= header.Y + header.Height, "The header hides what was asked.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_choice_is_shown_by_its_label_and_the_conversation_goes_on(bool scripts)
    {
        var page = await browser.Open("/", Scripts(scripts));
        await page.Say("quiz");
        var choice = page.LastTurn().Locator(".choices button").First;
        var label = await choice.InnerTextAsync();
        await page.Press(label);
        await Assertions.Expect(page.LastTurn().Locator(".asked")).ToContainTextAsync(label);
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("quiz 1 ");
        // Only the newest turn offers what may be said next.
        await Assertions.Expect(page.Locator(".choices:visible")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_conversation_survives_a_reload_goes_on_and_is_forgotten_when_told()
    {
        var page = await browser.Open("/");
        await page.Say("what does it say about encryption?");
        await page.Say("and what of companies?");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(2);
        await Assertions.Expect(page.LastTurn().Locator(".asked")).ToBeInViewportAsync();
        await page.Say("privacy");
        await Assertions.Expect(page.LastTurn().Locator(".answer")).ToContainTextAsync("questions of this conversation (2)");
        await page.Say("forget me");
        await page.Say("privacy");
        await Assertions.Expect(page.LastTurn().Locator(".answer")).Not.ToContainTextAsync("questions of this conversation");
        await page.GetByRole(AriaRole.Link, new() { Name = "New conversation" }).ClickAsync();
        await Assertions.Expect(page.Locator(".welcome")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task While_an_answer_is_found_the_page_says_so_and_a_fault_says_what_to_do()
    {
        var page = await browser.Open("/");
        var gate = new TaskCompletionSource();
        await page.RouteAsync("**/turn", async route =>
        {
            await gate.Task;
            await route.AbortAsync();
        });
        await page.GetByLabel("Your question").FillAsync("shutdowns");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".busy")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true })).ToBeDisabledAsync();
        gate.SetResult();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Please try again");
        await Assertions.Expect(page.GetByLabel("Your question")).ToHaveValueAsync("shutdowns");
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
        var page = await browser.Open("/");
        await page.Say("<img src=x onerror=alert(1)> surveillance");
        await Assertions.Expect(page.Locator(".asked")).ToContainTextAsync("<img src=x");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".asked")).ToContainTextAsync("<img src=x");
        await Assertions.Expect(page.Locator(".turn img")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_quotation_is_copied_with_its_citation_and_a_tick_says_so()
    {
        var page = await browser.Open("/", new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.Say("recommendations on surveillance");
        var copy = page.LastTurn().GetByRole(AriaRole.Button, new() { Name = "Copy with citation" }).First;
        await copy.ClickAsync();
        await Assertions.Expect(page.LastTurn().Locator("button.copy").First).ToContainTextAsync("Copied");
        await Assertions.Expect(page.LastTurn().Locator("button.copy[data-done]")).ToHaveCountAsync(1);
        Assert.Contains("Freedom Online Coalition", await page.Clipboard(), StringComparison.Ordinal);
    }
}
