using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Storage;

namespace FocBot.Channels.Teams;

/// <summary>What an <c>invoke</c> is answered with: the status and body of the HTTP response.</summary>
sealed record InvokeResponse(int Status, JsonObject? Body = null);

/// <summary>Answers invokes: the message extension, buttons that act in their card, feedback.</summary>
sealed partial class TeamsInvoke(Bot bot, Learners learners, Quotations quotations, ILogger<TeamsInvoke> log)
{
    internal InvokeResponse Answer(Activity activity) => activity.Name switch
    {
        "composeExtension/query" => new(200, MessageExtension.Query(activity.Value, bot, quotations)),
        "composeExtension/selectItem" => new(200, MessageExtension.Select(activity.Value, bot.Catalogue, quotations)),
        "adaptiveCard/action" => new(200, Pressed(activity)),
        "message/submitAction" => Feedback(activity.Value),
        _ => new(StatusCodes.Status501NotImplemented),
    };

    JsonObject Pressed(Activity activity)
    {
        var action = (activity.Value as JsonObject)?["action"] as JsonObject;
        return Heard.Says(action?["data"]) is { } says
            ? new() { ["statusCode"] = 200, ["type"] = Attachment.AdaptiveCard, ["value"] = JsonSerializer.SerializeToNode(TeamsCard.Of(bot.Reply(new(says) { Learner = learners.For(TeamsTurn.Name, activity.From?.Id ?? "") }), quotations), CardJson.Default.AdaptiveCard) }
            : new() { ["statusCode"] = 400, ["type"] = "application/vnd.microsoft.error", ["value"] = new JsonObject { ["code"] = "BadRequest", ["message"] = "This button says nothing. Please type your question." } };
    }

    // What was liked is counted; what was written with it is not kept.
    InvokeResponse Feedback(JsonNode? value)
    {
        var reaction = Heard.Text(((value as JsonObject)?["actionValue"] as JsonObject)?["reaction"]);
        if (reaction is "like" or "dislike")
            Reacted(reaction);
        return new(200, []);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "teams: an answer was rated: {Reaction}")]
    partial void Reacted(string reaction);
}
