using System.Text.Json.Nodes;
using FocBot.Channels.Slack;

namespace FocBot.Tests.Channels.Slack;

/// <summary>What people really type and share, and the words that the bot reads of it.</summary>
public sealed class SlackMessageTextTests
{
    [Theory]
    [InlineData(":wave:", "")]
    [InlineData(":wave::skin-tone-3: hi :tada:", "hi")]
    [InlineData(":+1:", "")]
    [InlineData("at 10:30:45 in section 3:b:4", "at 10:30:45 in section 3:b:4")]
    [InlineData("what is _should_ and *must* and ~may~ and `can`?", "what is should and must and may and can?")]
    [InlineData("snake_case and 2*3*4 stay", "snake_case and 2*3*4 stay")]
    [InlineData("```\ncode here\n```", "code here")]
    [InlineData("&lt;encryption&gt; &amp; privacy", "encryption  & privacy")]
    [InlineData("phrase \u201Ccyber hygiene\u201D", "phrase \"cyber hygiene\"")]
    [InlineData("states\u2019 duties", "states' duties")]
    [InlineData("\u2022 encryption\n\u2022 privacy", "encryption\nprivacy")]
    [InlineData("- encryption\n* privacy", "encryption\nprivacy")]
    [InlineData("&gt; our government blocks websites", "our government blocks websites")]
    [InlineData("<@U1|ada> look at <https://example.org|this page> in <#C1|general> <!here>", "look at this page in general")]
    public void Marks_go_and_words_stay(string typed, string read) =>
        Assert.Equal(Spaced(read), Spaced(SlackText.PlainText(typed)));

    [Theory]
    [InlineData("""{"text":"what about privacy?","attachments":[{"text":"our government blocks websites"}]}""", "what about privacy?")]
    [InlineData("""{"text":"","attachments":[{"text":"our government blocks websites"}]}""", "our government blocks websites")]
    [InlineData("""{"text":"<@UBOT>","attachments":[{"is_share":true,"fallback":"no","message_blocks":[{"message":{"blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"user","user_id":"U1"},{"type":"text","text":" our government "},{"type":"text","text":"blocks","style":{"bold":true}},{"type":"text","text":" websites"},{"type":"emoji","name":"wave"}]}]}]}}]}]}""", "our government blocks websites")]
    [InlineData("""{"blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*our government*"},"fields":[{"type":"plain_text","text":"blocks websites"}]},{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Press me"}}]}]}""", "our government blocks websites")]
    [InlineData("""{"bot_id":"B1","text":"New incident","attachments":[{"blocks":[{"type":"context","elements":[{"type":"mrkdwn","text":"our government blocks websites"}]}]}]}""", "our government blocks websites")]
    [InlineData("""{"bot_id":"B1","text":"our government blocks websites","blocks":[{"type":"image","alt_text":"a picture"}]}""", "our government blocks websites")]
    [InlineData("""{"attachments":[{"fallback":"our government blocks websites"}]}""", "our government blocks websites")]
    [InlineData("""{"blocks":[{"type":"image","alt_text":"a picture"}]}""", "")]
    [InlineData("""{"blocks":5,"attachments":{"text":3},"text":[]}""", "")]
    public void Words_are_found_wherever_a_message_has_them(string message, string read) =>
        Assert.Equal(Spaced(read), Spaced(SlackMessageText.Read(JsonNode.Parse(message))));

    [Fact]
    public void Words_nested_without_end_are_read_to_a_depth()
    {
        var nested = new JsonObject { ["type"] = "text", ["text"] = "deep" };
        for (var i = 0; i < 40; i++)
            nested = new() { ["type"] = "rich_text_section", ["elements"] = new JsonArray(nested) };
        Assert.Equal("", SlackMessageText.Read(new JsonObject { ["blocks"] = new JsonArray(nested) }));
    }

    static string Spaced(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
