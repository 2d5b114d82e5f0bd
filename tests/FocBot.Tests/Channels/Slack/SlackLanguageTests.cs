using System.Text.Json.Nodes;
using FocBot.Channels.Slack;
using FocBot.Core;

namespace FocBot.Tests.Channels.Slack;

/// <summary>The language of what stands around quotations in Slack.</summary>
public sealed class SlackLanguageTests
{
    public static TheoryData<string> Languages => [.. ShippedContent.Catalogue.Languages.Select(language => language.Code)];

    [Theory, MemberData(nameof(Languages))]
    public async Task Where_a_workspace_has_a_language_leads_and_buttons_are_in_it_and_quotations_stay_as_they_are(string language)
    {
        await using var slack = new SlackServer { More = [$"--Channels:Slack:Language={language}"] };
        await slack.InitializeAsync();
        var labels = ShippedContent.Catalogue.Languages.Single(its => its.Code == language).Labels;
        var answer = await slack.Answer(slack.Event("internet shutdowns for political reasons"));
        var expected = ShippedContent.Reply(new("internet shutdowns for political reasons") { LeadLanguage = language });
        Assert.Equal(language, expected.Labels.Language);
        Assert.Equal(expected.Lead, answer["blocks"]![0]!["text"]!["text"]!.GetValue<string>());
        Assert.Contains(ShippedContent.Statement.Find(12)!.Sentences[0].Of(ShippedContent.Statement.Find(12)!.Text).Trim(), SlackServer.Words(answer),
            StringComparison.Ordinal);
        Assert.Contains(labels.CopyCitation, SlackServer.Buttons(answer).Keys);
        Assert.Contains(labels.GoodAnswer, answer.ToJsonString(Readable), StringComparison.Ordinal);

        var command = (await slack.Send(SlackEnvelope.Commands, slack.Typed("who must protect privacy")))!;
        Assert.Contains(labels.Share, SlackServer.Buttons(command).Keys);
        Assert.Contains(SlackServer.Buttons(command).Keys, key => key.StartsWith(labels.ShowNumbered.Split('{')[0], StringComparison.Ordinal));

        await slack.Send(SlackEnvelope.Interactive, new()
        {
            ["type"] = "shortcut",
            ["trigger_id"] = "t",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = "U1" },
        });
        var window = (await slack.Slack.Next("views.open")).Arguments["view"]!;
        Assert.Equal((labels.Ask, labels.Close), (window["submit"]!["text"]!.GetValue<string>(), window["close"]!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Without_one_the_question_decides()
    {
        await using var slack = new SlackServer();
        await slack.InitializeAsync();
        var french = await slack.Answer(slack.Event("Les gouvernements peuvent-ils surveiller les gens ?"));
        var labels = ShippedContent.Catalogue.Languages.Single(its => its.Code == "fr").Labels;
        Assert.Contains(labels.GoodAnswer, french.ToJsonString(Readable), StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_not_known_stops_the_start() =>
        Assert.Contains("Channels:Slack:Language", string.Concat(new SlackOptionsValidator(ShippedContent.Bot)
            .Validate(null, new() { Language = "tlh" }).Failures ?? []), StringComparison.Ordinal);

    static System.Text.Json.JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
