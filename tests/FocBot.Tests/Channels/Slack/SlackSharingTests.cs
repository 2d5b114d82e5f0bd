using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using FocBot.Channels.Slack;
using FocBot.Core;
using FocBot.Turns;

namespace FocBot.Tests.Channels.Slack;

/// <summary>What is shared is what its asker saw, and nothing about the asker.</summary>
public abstract class SlackSharingTests(SlackServer slack)
{
    [Fact]
    public async Task What_is_shared_is_what_was_seen_whatever_was_said_since()
    {
        await Ask("recommendation 3");
        var seen = await Ask("next");
        var share = SlackServer.Buttons(seen)["Share to channel"];
        await Ask("recommendation 9");
        var shared = await Share(share);
        Assert.Equal("in_channel", shared["response_type"]!.GetValue<string>());
        Assert.Equal(Quoted(seen), Quoted(shared));
        Assert.Equal(seen["blocks"]![0]!["text"]!["text"]!.GetValue<string>(), shared["blocks"]![0]!["text"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_long_list_is_shared_as_it_was_shown()
    {
        var seen = await Ask("list all recommendations");
        Assert.Equal(Quoted(seen), Quoted(await Share(SlackServer.Buttons(seen)["Share to channel"])));
    }

    [Fact]
    public void What_is_too_long_for_a_button_is_packed_and_comes_out_as_it_was()
    {
        var passages = ShippedContent.Statement.Passages;
        var lead = string.Join(' ', passages.Take(3).Select(passage => passage.Text));
        var shown = new Answer(AnswerKind.Answered, lead, [.. passages.Select(passage => new Excerpt(passage, passage.Sentences[^1]))], []) { IsList = true };
        var value = SharedAnswer.ToValue(shown);
        Assert.InRange(value!.Length, 1, 2_000);
        var shared = SharedAnswer.FromValue(value, ShippedContent.Catalogue)!;
        Assert.Equal(lead, shared.Lead);
        Assert.Equal(shown.Excerpts, shared.Excerpts);
    }

    [Fact]
    public async Task The_question_is_not_shared()
    {
        var shared = await Share(SlackServer.Buttons(await Ask("may governments listen in on us, by the way?"))["Share to channel"]);
        Assert.Contains("para. ", SlackServer.Words(shared), StringComparison.Ordinal);
        Assert.DoesNotContain("by the way", shared.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("privacy")]
    [InlineData("score")]
    [InlineData("move")]
    [InlineData("forget me")]
    public async Task What_is_said_about_the_asker_offers_no_sharing(string said) =>
        Assert.DoesNotContain("\"share\"", (await Ask(said)).ToJsonString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("encryption")]
    [InlineData("{}")]
    [InlineData("br:")]
    [InlineData("br:no base 64")]
    [InlineData("br:AAAA")]
    [InlineData("""{"lead":"x","kind":0,"passages":["foc-2020-cybersecurity#12|other-receipt|0|5"]}""")]
    [InlineData("""{"lead":"x","kind":0,"passages":[5]}""")]
    public async Task What_was_never_shown_is_not_shared(string value)
    {
        await slack.Send(SlackEnvelope.Interactive, slack.Pressed(value, "share", isEphemeral: true));
        Assert.Equal("ephemeral", (await slack.Slack.Next("response_url")).Arguments["response_type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Copy_citation_opens_a_window_with_the_words_to_copy()
    {
        var answer = await slack.Answer(slack.Event("internet shutdowns for political reasons"));
        var passage = ShippedContent.Statement.Find(12)!;
        await slack.Send(SlackEnvelope.Interactive, slack.Pressed(SlackServer.Buttons(answer)["Copy citation"]["value"]!.GetValue<string>(), "copy-citation"));
        var window = SlackServer.Words((await slack.Slack.Next("views.open")).Arguments["view"]!);
        Assert.Contains(passage.Text, window, StringComparison.Ordinal);
        Assert.Contains(passage.Citation.Text, window, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_beside_the_answer_shows_its_sentence_and_the_paragraph_behind_a_button()
    {
        var answer = await slack.Answer(slack.Event("who must protect privacy"));
        var button = SlackServer.Buttons(answer).First(b => b.Key.StartsWith("Show paragraph", StringComparison.Ordinal)).Value;
        var passage = ShippedContent.Statement.Passages.First(p => $"{p.Id}" == button["value"]!.GetValue<string>());
        Assert.DoesNotContain(passage.Text, SlackServer.Words(answer), StringComparison.Ordinal);
        await slack.Send(SlackEnvelope.Interactive, slack.Pressed(button["value"]!.GetValue<string>(), button["action_id"]!.GetValue<string>()));
        Assert.Contains(passage.Text, SlackServer.Words((await slack.Slack.Next("views.open")).Arguments["view"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rating_is_counted_and_answered_with_nothing()
    {
        var counted = new ConcurrentBag<(string Rating, object? Channel)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, its) =>
            {
                if (instrument is { Meter.Name: TurnTelemetry.Name, Name: "focbot.ratings" })
                    its.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            counted.Add(($"{all["focbot.rating"]}", all["focbot.channel"]));
        });
        listener.Start();
        await slack.Send(SlackEnvelope.Interactive, slack.Pressed("dislike", "feedback"));
        Assert.Contains(("dislike", "slack"), counted);
        Assert.Contains("dislike", (await slack.Logs.FirstAsync("an answer was rated")).Text, StringComparison.Ordinal);
        await slack.NothingElse();
    }

    async Task<JsonObject> Ask(string text) => (await slack.Send(SlackEnvelope.Commands, slack.Typed(text)))!;

    async Task<JsonObject> Share(JsonObject button)
    {
        await slack.Send(SlackEnvelope.Interactive,
            slack.Pressed(button["value"]!.GetValue<string>(), button["action_id"]!.GetValue<string>(), isEphemeral: true));
        return (await slack.Slack.Next("response_url")).Arguments;
    }

    // The marked sentences, in their order: a shared answer shows whole paragraphs.
    static List<string> Quoted(JsonNode message) => [.. message["blocks"]!.AsArray().Where(b => b!["type"]!.GetValue<string>() == "rich_text")
        .SelectMany(b => b!["elements"]![0]!["elements"]!.AsArray())
            .Where(run => run!["style"] is not null).Select(run => run!["text"]!.GetValue<string>().Trim())];
}

public sealed class SlackSharingOverHttpTests(SlackServer slack) : SlackSharingTests(slack), IClassFixture<SlackServer>;

public sealed class SlackSharingBySocketTests(SlackSocketServer slack) : SlackSharingTests(slack), IClassFixture<SlackSocketServer>;
