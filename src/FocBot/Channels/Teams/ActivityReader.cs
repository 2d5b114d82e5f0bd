using System.Text;
using System.Text.Json;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using JsonException = System.Text.Json.JsonException;

namespace FocBot.Channels.Teams;

/// <summary>Reads an activity in two steps: who claims to have sent it; then, once the caller is authenticated, everything in it.</summary>
/// <remarks>Protocol: https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md.</remarks>
static class ActivityReader
{
    /// <summary>The type, id, channel, service URL and time. Nested values are skipped, never built. Null when the body is not an activity.</summary>
    internal static Activity? ReadHead(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(WithoutByteOrderMark(json));
            return ReadHead(ref reader);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The whole activity; what <see cref="ReadHead(byte[])"/> finds in it is taken from there. Null when the body is not an activity.</summary>
    internal static Activity? ReadWhole(byte[] json)
    {
        if (ReadHead(json) is not { } head)
            return null;
        try
        {
            var activity = JsonConvert.DeserializeObject<Activity>(Encoding.UTF8.GetString(WithoutByteOrderMark(json)), ActivityJson.Settings)!;
            // The authenticated values are the ones that are used, whatever a second reader would make of the same text.
            (activity.Type, activity.Id, activity.ChannelId, activity.ServiceUrl, activity.Timestamp) =
                (head.Type, head.Id, head.ChannelId, head.ServiceUrl, head.Timestamp);
            // The client puts the conversation's id into a header of what it sends.
            return activity.Conversation?.Id?.Any(char.IsControl) == true ? null : activity;
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return null;
        }
    }

    static Activity? ReadHead(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        var head = new Activity();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            // Of a repeated property two readers could take different values.
            if (!names.Add(name))
                return null;
            switch (name.ToUpperInvariant())
            {
                case "TYPE":
                    head.Type = reader.GetString();
                    break;
                case "ID":
                    head.Id = reader.GetString();
                    break;
                case "CHANNELID":
                    head.ChannelId = reader.GetString();
                    break;
                case "SERVICEURL":
                    head.ServiceUrl = reader.GetString();
                    break;
                // What is no time is left out.
                case "TIMESTAMP" when reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var sent):
                    head.Timestamp = sent;
                    break;
                case "FROM" or "RECIPIENT" or "CONVERSATION" when reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null):
                    return null;
            }

            reader.Skip();
        }

        // Reading on throws when anything follows the object.
        reader.Read();
        return head.Type is null ? null : head;
    }

    static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> json) =>
        json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
}
