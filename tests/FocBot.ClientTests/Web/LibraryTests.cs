using FocBot.Tests;
using FocBot.Tests.Content;
using Microsoft.Playwright;

namespace FocBot.ClientTests.Web;

/// <summary>A statement is added to a running server and asked in a browser.</summary>
public sealed class LibraryTests(Browser browser)
{
    const string Question = "Should vendors publish every contract?";

    // The function itself does not wait: a promise would count as yes.
    const string IsListed = "() => { fetch('/statements').then(r => r.text()).then(t => window.isListed = t.includes('Commercial Spyware')); return "
        + "window.isListed; }";

    [Fact]
    public async Task A_statement_that_is_added_while_the_server_runs_is_asked_and_compared()
    {
        using var library = new SmallLibrary("harbour-2019-automation");
        await using var server = new RunningServer
        {
            Settings = [
                $"--Content:Folder={library.Folder}", "--Content:WatchSeconds=1", "--Search:Encoder=false",
                $"--Search:IndexFolder={library.Folder + "-index"}"],
        };
        await server.InitializeAsync();
        var page = await browser.Open(server.Client.BaseAddress!.ToString());

        library.Add("harbour-2022-spyware");
        await page.WaitForFunctionAsync(IsListed, null, new() { PollingInterval = 500, Timeout = 60_000 });

        await page.GotoAsync(server.Client.BaseAddress.ToString());
        await page.Say(Question);
        await Assertions.Expect(page.LastTurn()).ToContainTextAsync("Vendors should publish every contract within a year of its signature.");

        await page.GotoAsync(server.Client.BaseAddress + "compare");
        await page.GetByLabel("About").FillAsync("surveillance");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 of 2 statements speak of it, the oldest first.");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2 }))
            .ToHaveTextAsync(["Harbour statement on automation", "Harbour statement on spyware"]);
    }

    [Fact]
    public async Task A_statement_that_is_chosen_in_the_chat_stays_chosen_until_another_is()
    {
        using var library = new SmallLibrary();
        await using var server = new RunningServer
        {
            Settings = [$"--Content:Folder={library.Folder}", $"--Search:IndexFolder={library.Folder + "-index"}", "--Search:Encoder=false"],
        };
        await server.InitializeAsync();
        var page = await browser.Open(server.Client.BaseAddress!.ToString(), Pages.Phone);
        var scope = page.GetByLabel("Answers come from");

        await scope.SelectOptionAsync(new SelectOptionValue { Label = "Harbour statement on spyware" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Use", Exact = true }).ClickAsync();
        await Assertions.Expect(page.LastTurn()).ToContainTextAsync("From now on I answer from: Harbour statement on spyware");

        await page.Say("surveillance");
        await Assertions.Expect(page.LastTurn().Locator("a[href^='/statements/harbour-2022-spyware#']").First).ToBeAttachedAsync();
        await Assertions.Expect(page.LastTurn().Locator("a[href^='/statements/harbour-2019-automation#']")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Assertions.Expect(scope.Locator("option:checked")).ToHaveTextAsync("Harbour statement on spyware");
        await page.AxeFindsNothing();
        await page.FitsTheScreen();

        await page.Say("use all");
        await Assertions.Expect(scope.Locator("option:checked")).ToHaveTextAsync("All 3 statements");
    }
}
