using System.Text;
using System.Text.Json.Nodes;

namespace FocBot.Channels.Slack;

/// <summary>Finds the words of any message: typed, or in the blocks and attachments of an app's message, of a forwarded or a quoted one.</summary>
static class SlackMessageText
{
    const int MaxDepth = 12, MaxLength = 8_000;

    /// <summary>The plain words; empty where a message has none.</summary>
    /// <param name="message">Slack's message object.</param>
    internal static string Read(JsonNode? message)
    {
        var typed = SlackText.PlainText(SlackJson.Text(message, "text"));
        // What a person typed says what they want: what they share beside it is read only where they typed nothing.
        if (typed.Length > 0 && SlackJson.Text(message, "bot_id") is null)
            return typed;
        // An app's text may be no more than the line for notifications.
        var shown = new StringBuilder();
        AddMessage(message, shown, 0);
        var words = SlackText.PlainText(shown.ToString());
        return words.Length > 0 ? words : typed;
    }

    static void AddMessage(JsonNode? message, StringBuilder words, int depth)
    {
        foreach (var block in SlackJson.Elements(SlackJson.Node(message, "blocks")))
            AddElement(block, words, depth + 1);
        foreach (var attachment in SlackJson.Elements(SlackJson.Node(message, "attachments")))
            AddAttachment(attachment, words, depth + 1);
    }

    static void AddAttachment(JsonNode? attachment, StringBuilder words, int depth)
    {
        if (depth > MaxDepth)
            return;
        var before = words.Length;
        words.Append(SlackJson.Text(attachment, "text"));
        if (words.Length == before)
            AddMessage(attachment, words, depth);
        // A message that was forwarded with its layout.
        foreach (var shared in words.Length == before ? SlackJson.Elements(SlackJson.Node(attachment, "message_blocks")) : [])
            AddMessage(SlackJson.Node(shared, "message"), words, depth);
        if (words.Length == before)
            words.Append(SlackJson.Text(attachment, "fallback"));
        words.Append('\n');
    }

    static void AddElement(JsonNode? element, StringBuilder words, int depth)
    {
        if (element is not JsonObject its || depth > MaxDepth || words.Length > MaxLength)
            return;
        switch (SlackJson.Text(its["type"]))
        {
            case "actions" or "input" or "image" or "user" or "usergroup" or "broadcast" or "emoji":
                return;
            case "link" when SlackJson.Text(its["text"]) is null:
                words.Append(SlackJson.Text(its["url"]));
                return;
        }

        // A text element holds its words; a section holds a text object.
        words.Append(SlackJson.Text(its["text"]));
        foreach (var part in SlackJson.Elements(its["fields"]).Prepend(its["text"]))
        {
            AddElement(part, words, depth + 1);
            if (part is JsonObject)
                words.Append('\n');
        }

        foreach (var run in SlackJson.Elements(its["elements"]))
            AddElement(run, words, depth + 1);
        if (its["elements"] is not null)
            words.Append('\n');
    }
}
