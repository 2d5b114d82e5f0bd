using System.IO.Compression;
using System.Text.Json.Nodes;
using FocBot.Channels.Teams;
using FocBot.Tests.Channels.Teams;
using Microsoft.Playwright;
using NJsonSchema;

namespace FocBot.ClientTests;

/// <summary>What FocBot sends to Teams, judged by Microsoft's own clients.</summary>
public sealed class TeamsJudgeTests(TeamsServer teams, Browser browser) : IClassFixture<TeamsServer>
{
    static readonly string[] Questions =
    [
        "hi", "facial recognition", "list all recommendations", "Is Germany a member?", "zzzz qqqq", "", "statement", "about",
        "ماذا يقول البيان عن حرية التعبير؟", "what of <at>Everyone</at> [x](http://evil.example)", "when was resolution 68/167 adopted?",
    ];

    [Fact]
    public async Task Every_activity_survives_Microsofts_own_clients()
    {
        var sent = new JsonArray();
        foreach (var question in Questions)
            sent.Add((JsonNode)(await teams.Ask(teams.Message(question))).Activity);
        sent.Add((JsonNode)(await teams.Ask(teams.Mention("surveillance"))).Activity);
        var installed = teams.Activity("installationUpdate", "channel");
        installed["action"] = "add";
        sent.Add((JsonNode)(await teams.Ask(installed)).Activity);
        Assert.Equal($"{sent.Count} judged", (await Node.Judge("activities.cjs", sent.ToJsonString())).Trim());
    }

    [Theory]
    [InlineData(1280, false, "facial recognition")]
    [InlineData(360, true, "facial recognition")]
    [InlineData(360, false, "list all recommendations")]
    [InlineData(360, false, "Is Germany a member?")]
    [InlineData(1280, true, "ماذا يقول البيان عن حرية التعبير؟")]
    [InlineData(360, false, "hi")]
    public async Task Every_card_is_rendered_without_a_warning(int width, bool dark, string question)
    {
        var (page, faults) = await Rendered(question, width, dark);
        Assert.Empty(faults);
        await Shot.Keep(page, $"teams-{width}-{(dark ? "dark" : "light")}-{question.Length}");
        Assert.NotEmpty(await page.Locator("#card button").AllAsync());
    }

    [Fact]
    public async Task The_key_sentence_comes_first_and_the_paragraph_behind_its_button()
    {
        var (page, _) = await Rendered("facial recognition", 360, dark: false);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Show the paragraph" }).First;
        var before = await page.Locator("#card").InnerTextAsync();
        await button.ClickAsync();
        await Shot.Keep(page, "teams-360-light-paragraph");
        var after = await page.Locator("#card").InnerTextAsync();
        Assert.True(after.Length > before.Length);
        await button.ClickAsync();
        Assert.Equal(before, await page.Locator("#card").InnerTextAsync());
    }

    async Task<(IPage Page, string[] Faults)> Rendered(string question, int width, bool dark)
    {
        var card = (await teams.Ask(teams.Message(question))).Activity["attachments"]![0]!["content"]!;
        var page = await browser.Open("/terms", new() { ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });
        var style = $"margin:8px;background:{(dark ? "#292929" : "#fff")};font-family:sans-serif";
        await page.SetContentAsync($"<body style=\"{style}\"><div id=\"card\" style=\"overflow-wrap:anywhere\"></div></body>");
        await page.AddScriptTagAsync(new() { Path = Node.Package("adaptivecards/dist/adaptivecards.js") });
        var faults = await page.EvaluateAsync<string[]>("""
            ([json, dark]) => {
              const card = new AdaptiveCards.AdaptiveCard(), context = new AdaptiveCards.SerializationContext();
              const foregroundColors = { default: { default: dark ? '#ffffff' : '#242424', subtle: dark ? '#d6d6d6' : '#616161' } };
              card.hostConfig = new AdaptiveCards.HostConfig({ supportsInteractivity: true, actions: { maxActions: 6 }, containerStyles: {
                default: { backgroundColor: dark ? '#292929' : '#ffffff', foregroundColors },
                emphasis: { backgroundColor: dark ? '#333333' : '#f5f5f5', foregroundColors } } });
              card.parse(JSON.parse(json), context);
              const faults = [];
              for (let i = 0; i < context.eventCount; i++) faults.push(context.getEventAt(i).message);
              document.getElementById('card').appendChild(card.render());
              if (document.documentElement.scrollWidth > innerWidth) faults.push('wider than the screen');
              return faults;
            }
            """, new object[] { card.ToJsonString(), dark });
        return (page, faults);
    }

    [Fact]
    public async Task The_package_for_upload_follows_the_public_schema()
    {
        using var package = new MemoryStream();
        TeamsManifest.Write(BotFramework.AppId, "foc.example.org", package);
        using var zip = new ZipArchive(package, ZipArchiveMode.Read);
        using var reader = new StreamReader(await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken));
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var manifest = JsonNode.Parse(text)!;
        var file = Node.Package($"@microsoft/app-manifest/build/json-schemas/teams/v{manifest["manifestVersion"]}/MicrosoftTeams.schema.json");
        var schema = await JsonSchema.FromFileAsync(file, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(text).Select(e => e.ToString()));
        Assert.DoesNotContain("${", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Slack", text, StringComparison.OrdinalIgnoreCase);
        var commands = manifest["bots"]![0]!["commandLists"]!.AsArray().Select(list => list!["commands"]!.AsArray().Select(command =>
            (Title: command!["title"]!.GetValue<string>(), IsPrompt: command["type"]?.GetValue<string>() == "prompt",
                Described: command["description"] is not null))
            .ToList());
        Assert.All(commands, list =>
        {
            Assert.All(list, c => Assert.True(c.Described && c.Title.Length <= 128 && char.IsLetter(c.Title[0])));
            Assert.Distinct(list.Select(c => c.Title));
        });
        Assert.InRange(commands.First().Count(c => c.IsPrompt), 3, 5);
        Assert.Equal([192, 32], new[] { "color.png", "outline.png" }.Select(icon => Width(zip.GetEntry(icon)!)));
    }

    // A PNG's width stands in the four bytes behind its header.
    static int Width(ZipArchiveEntry png)
    {
        using var stream = png.Open();
        var head = new byte[24];
        stream.ReadExactly(head);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16));
    }
}
