using System.Text.Json.Nodes;
using FocBot.Channels.Slack;

namespace FocBot.Tests.Channels.Slack;

/// <summary>What people really type is answered as what they mean.</summary>
public abstract class SlackTypedTests(SlackServer slack)
{
    [Theory]
    [InlineData("_encryption_")]
    [InlineData("*encryption*")]
    [InlineData("`encryption`")]
    [InlineData("&lt;encryption&gt;")]
    [InlineData("\u2022 encryption")]
    [InlineData("encryption :wave:")]
    public async Task A_subject_with_marks_around_it_is_the_subject(string typed) =>
        Assert.Equal(Text(await slack.Answer(New("encryption"))), Text(await slack.Answer(New(typed))));

    [Fact]
    public async Task An_emoji_alone_is_no_question() =>
        Assert.DoesNotContain("does not speak", SlackServer.Words(await slack.Answer(New(":wave:"))), StringComparison.Ordinal);

    [Fact]
    public async Task A_forwarded_message_without_a_word_of_ones_own_is_looked_up()
    {
        var forwarded = New("");
        forwarded["event"]!["attachments"] = new JsonArray(new JsonObject { ["is_share"] = true, ["text"] = "our government blocks websites" });
        Assert.Contains("censorship", SlackServer.Words(await slack.Answer(forwarded)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Smart_quotation_marks_are_quotation_marks() =>
        Assert.Equal(Text(await slack.Answer(New("phrase \"cyber hygiene\""))), Text(await slack.Answer(New("phrase \u201Ccyber hygiene\u201D"))));

    [Fact]
    public async Task Leads_are_in_the_language_of_the_question_and_quotations_in_English()
    {
        var answer = await slack.Answer(New("¿Qué dice sobre la vigilancia?"));
        Assert.Contains("declaración", answer["blocks"]![0]!["text"]!["text"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("surveillance", SlackServer.Words(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_the_command_shows_what_to_type_behind_it()
    {
        var help = SlackServer.Words((await slack.Send(SlackEnvelope.Commands, slack.Typed("help")))!);
        Assert.Contains("/foc can governments spy on people?", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_of_the_certificate_and_unknown_events_are_acknowledged()
    {
        Assert.Null(await slack.Send(SlackEnvelope.Commands, new() { ["ssl_check"] = "1", ["token"] = "t" }));
        Assert.Null(await slack.Send(SlackEnvelope.Events, new()
        {
            ["type"] = "event_callback",
            ["team_id"] = "T1",
            ["event_id"] = "Ev-new",
            ["event"] = new JsonObject { ["type"] = "team_invented", ["user"] = new JsonObject() }
        }));
        Assert.Null(await slack.Send(SlackEnvelope.Interactive, new() { ["type"] = "workflow_step_edit", ["team"] = null }));
        await slack.NothingElse();
    }

    // Nothing said before counts.
    JsonObject New(string text) => slack.Event(text, channel: $"D{Guid.NewGuid():N}");

    static string Text(JsonNode answer) => answer["text"]!.GetValue<string>();
}

public sealed class SlackTypedOverHttpTests(SlackServer slack) : SlackTypedTests(slack), IClassFixture<SlackServer>;

public sealed class SlackTypedBySocketTests(SlackSocketServer slack) : SlackTypedTests(slack), IClassFixture<SlackSocketServer>;
