using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Storage;
using FocBot.Turns;

namespace FocBot.Channels.Teams;

/// <summary>What an <c>invoke</c> is answered with: the status and body of the HTTP response.</summary>
sealed record InvokeResponse(int Status, JsonObject? Body = null);

/// <summary>Answers invokes: the message extension, buttons that act in their card, feedback.</summary>
sealed partial class TeamsInvoke(Bot bot, TurnPipeline pipeline, Quotations quotations, ILogger<TeamsInvoke> log)
{
    internal async Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken cancel) => activity.Name switch
    {
        "composeExtension/query" => new(200, await MessageExtension.QueryAsync(activity.Value, bot, quotations, cancel)),
        "composeExtension/selectItem" => new(200, MessageExtension.Select(activity.Value, bot.Catalogue, quotations)),
        "adaptiveCard/action" => new(200, await Pressed(activity, cancel)),
        "message/submitAction" => Feedback(activity.Value),
        _ => new(StatusCodes.Status501NotImplemented),
    };

    async Task<JsonObject> Pressed(Activity activity, CancellationToken cancel)
    {
        var action = (activity.Value as JsonObject)?["action"] as JsonObject;
        return Heard.Says(action?["data"]) is { } says
            ? new() { ["statusCode"] = 200, ["type"] = Attachment.AdaptiveCard, ["value"] = JsonSerializer.SerializeToNode(TeamsCard.Of(await pipeline.RunOnceAsync(new(TeamsTurn.Name, activity.Conversation?.Id ?? "", activity.From?.Id ?? ""), says, cancel), quotations), CardJson.Default.AdaptiveCard) }
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
