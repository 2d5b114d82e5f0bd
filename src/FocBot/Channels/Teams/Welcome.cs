using System.Net;
using System.Text.Json.Nodes;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Channels.Teams;

/// <summary>The one message of greeting after an install: what the bot can and cannot do.</summary>
static class Welcome
{
    internal static Activity To(ConversationReference to, ChannelAccount? installer, Catalogue catalogue, Quotations quotations)
    {
        var speak = to.IsPersonal ? "Just ask me." : "Mention me to ask.";
        var titles = string.Join("; ", catalogue.Statements.Select(s => s.Front.ShortTitle));
        var answer = new Answer(AnswerKind.Guidance,
            $"I am FocBot. {speak} I quote what a policy statement says, word for word, with the place where it stands ({titles}).\n"
            + "I cannot give opinions or legal advice, and I know nothing but these statements. Where they are silent, I say so. Say \u201Chelp\u201D to see more.",
            [], ReplyTemplates.Starters);
        var message = TeamsMessage.Of(answer, to, quotations);
        if (to.IsPersonal || installer is not { Id: { Length: > 0 } id, Name: { Length: > 0 } name })
            return message;
        // A mention must stand in the text exactly as in its entity; a name is data, never markup.
        var mention = $"<at>{WebUtility.HtmlEncode(name)}</at>";
        return message with
        {
            TextFormat = "xml",
            Text = $"{mention} {WebUtility.HtmlEncode(answer.Lead)}",
            Entities = [new JsonObject { ["type"] = "mention", ["text"] = mention, ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name } }],
        };
    }
}
