using System.Text;
using System.Text.RegularExpressions;
using FocBot.Core;
using FocBot.Core.Onboarding;
using Microsoft.Playwright;

namespace FocBot.ClientTests.Web;

/// <summary>Somebody who never saw the statement gets from "hi" to the certificate.</summary>
public sealed class OnboardingTests(Browser browser)
{
    IReadOnlyList<BankQuestion> Questions => QuestionBank.Check(browser.Service<Bot>().Catalogue.Find("foc-2020-cybersecurity")!);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_hi_to_the_certificate(bool scripts)
    {
        var page = await browser.Open("/", new() { JavaScriptEnabled = scripts });
        await page.Say("hi");
        await page.GetByRole(AriaRole.Link, new() { Name = "Start here" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        for (var stop = 1; stop <= 10; stop++)
        {
            await Assertions.Expect(page.GetByText($"Stop {stop} of 10")).ToBeVisibleAsync();
            await Next(page);
        }

        await Assertions.Expect(page.Locator(".short li")).ToHaveCountAsync(11);
        await Next(page);
        await page.GetByLabel("Surveillance", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what it says" }).ClickAsync();
        await Assertions.Expect(page.Locator(".short li")).ToHaveCountAsync(2);
        await Next(page);
        await Answer(page, right: 8);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "8 of 10 right" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Get your certificate" }).ClickAsync();
        await page.GetByLabel("Your name").FillAsync("Ada <b>Example</b>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.Locator(".certificate")).ToContainTextAsync("Ada <b>Example</b>");
        await Assertions.Expect(page.Locator(".certificate")).ToContainTextAsync("8 of 10 questions");
        if (!scripts)
            return;
        await page.AxeFindsNothing();
        await Shot.KeepEach(page, "web-certificate");
        Assert.Single(Regex.Matches(Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true })), "/Type */Page[^s]"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_hi_to_the_certificate_within_the_chat(bool scripts)
    {
        var page = await browser.Open("/", new() { JavaScriptEnabled = scripts });
        await page.Say("hi");
        await page.Press("Take the tour");
        for (var stop = 1; stop < 10; stop++)
            await page.Press("Next");
        await page.Press("Finish");
        if (scripts)
        {
            await page.Press("Take the check");
        }
        else
        {
            // Without scripts the page carries only as many turns as are remembered: a new conversation has room for the check.
            await page.GotoAsync("/");
            await page.Say("check");
        }

        await Assertions.Expect(page.LastTurn().Locator(".lead")).ToContainTextAsync("Question 1 of 10.");
        for (var i = 0; i < Questions.Count; i++)
        {
            await Assertions.Expect(page.LastTurn().Locator("progress")).ToHaveJSPropertyAsync("value", i);
            await page.Press(i < 9 ? Questions[i].Right : Questions[i].Wrong[0]);
        }

        await Assertions.Expect(page.LastTurn().Locator(".lead").First).ToContainTextAsync("9 of 10 right");
        await Shot.Keep(page, "web-chat-certificate", whole: false);
        await page.LastTurn().GetByRole(AriaRole.Link, new() { Name = "Open the certificate" }).ClickAsync();
        await Assertions.Expect(page.Locator(".certificate")).ToContainTextAsync("9 of 10 questions");
    }

    [Fact]
    public async Task Too_few_right_answers_give_reasons_and_another_try_but_no_certificate()
    {
        var page = await browser.Open($"{Pages.Statement}/course/check", Pages.Phone);
        await page.Locator("fieldset summary").First.ClickAsync();
        await Assertions.Expect(page.Locator("fieldset details").First).ToContainTextAsync("begins with");
        await Answer(page, right: 7);
        await Assertions.Expect(page.Locator(".wrong")).ToHaveCountAsync(3);
        await page.Locator("li", new() { Has = page.Locator(".wrong") }).First.Locator("summary", new() { HasText = "Why" }).ClickAsync();
        await Assertions.Expect(page.Locator("li", new() { Has = page.Locator(".wrong") }).First.Locator(".key")).ToBeVisibleAsync();
        await page.AxeFindsNothing();
        await page.FitsTheScreen();
        await Shot.KeepEach(page, "web-result");
        await page.GotoAsync("/certificate");
        await Assertions.Expect(page.Locator(".certificate")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("7 of 10");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_quiz_goes_on_by_buttons_and_its_bar_grows(bool scripts)
    {
        var page = await browser.Open("/quiz", new() { JavaScriptEnabled = scripts });
        var bank = QuestionBank.Of(browser.Service<Bot>().Catalogue.Find("foc-2020-cybersecurity")!);
        await Assertions.Expect(page.GetByRole(AriaRole.Progressbar)).ToHaveJSPropertyAsync("value", 0);
        await page.GetByRole(AriaRole.Button, new() { Name = bank[0].Right, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".answer")).ToContainTextAsync("Right.");
        await Assertions.Expect(page.GetByText($"1 of {bank.Count} answered rightly")).ToBeVisibleAsync();
        await Shot.KeepEach(page, "web-quiz");
    }

    [Fact]
    public async Task A_trainer_makes_a_course_and_its_link_leads_newcomers_through_it()
    {
        var page = await browser.Open("/trainer");
        await page.GetByLabel("key").FillAsync("a wrong key for all I know");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.GetByLabel("key").FillAsync(Browser.TrainerKey);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await page.AxeFindsNothing();
        await page.FitsTheScreen();
        await Shot.KeepEach(page, "web-trainer");
        foreach (var stop in await page.Locator("input[name=stop]").AllAsync())
            await stop.UncheckAsync();
        await page.GetByLabel("The problem").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await page.AxeFindsNothing();
        await Shot.KeepEach(page, "web-trainer-course");
        var link = await page.Locator("#link").InnerTextAsync();

        var newcomer = await browser.Open(link);
        await newcomer.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Assertions.Expect(newcomer.GetByText("Stop 1 of 1")).ToBeVisibleAsync();
        await newcomer.GotoAsync($"{link}/check");
        await Answer(newcomer, right: 10);
        await newcomer.GetByRole(AriaRole.Link, new() { Name = "Get your certificate" }).ClickAsync();
        await Assertions.Expect(newcomer.Locator(".certificate")).ToBeVisibleAsync();
        await newcomer.GotoAsync(link.Replace("/courses/", "/courses/x", StringComparison.Ordinal));
        await Assertions.Expect(newcomer.GetByRole(AriaRole.Heading, new() { Name = "There is no page" })).ToBeVisibleAsync();
    }

    static Task Next(IPage page) => page.Locator("main a[rel=next]").First.ClickAsync();

    async Task Answer(IPage page, int right)
    {
        for (var i = 0; i < Questions.Count; i++)
        {
            var wanted = i < right ? Questions[i].Right : Questions[i].Wrong[0];
            await page.Locator("fieldset").Nth(i).GetByLabel(wanted, new() { Exact = true }).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "See the result" }).ClickAsync();
    }
}
