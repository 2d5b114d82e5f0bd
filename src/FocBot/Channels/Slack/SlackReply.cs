using System.Text;
using System.Text.Json.Nodes;

namespace FocBot.Channels.Slack;

/// <summary>A message to be sent: as it was composed, so that another try sends the same.</summary>
/// <param name="Message">With its channel and thread, unless there is an address.</param>
/// <param name="ResponseUrl">The address that came with a button; null to post to the channel.</param>
sealed record SlackReply(JsonObject Message, string? ResponseUrl = null)
{
    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(new JsonObject { ["message"] = Message.DeepClone(), ["response_url"] = ResponseUrl }.ToJsonString());

    internal static SlackReply FromBytes(byte[] bytes)
    {
        var read = (JsonObject)JsonNode.Parse(bytes)!;
        return new((JsonObject)read["message"]!.DeepClone(), SlackJson.Text(read["response_url"]));
    }
}
