using System.Net;
using FocBot.Core;
using Microsoft.Bot.Schema;

namespace FocBot.Channels.Teams;

/// <summary>The one message of greeting after an install: what the bot can and cannot do.</summary>
static class Welcome
{
    /// <param name="installed">The activity that told of the install.</param>
    /// <param name="bot">Who greets.</param>
    /// <param name="absolute">The full address of a path on this server.</param>
    internal static Activity From(IActivity installed, Bot bot, Func<string, string> absolute)
    {
        var isPersonal = MessageText.IsPersonal(installed);
        var speak = isPersonal ? "Just ask me." : "Mention me to ask.";
        var titles = string.Join("; ", bot.Catalogue.Statements.Select(s => s.Front.ShortTitle));
        var answer = new Answer(AnswerKind.Guidance,
            $"I am FocBot. {speak} I quote what a policy statement says, word for word, with the place where it stands ({titles}).\n"
            + "I cannot give opinions or legal advice, and I know nothing but these statements. Where they are silent, I say so. "
            + "Say \u201Chelp\u201D to see more.",
            [], bot.Starters());
        var message = AnswerMessage.From(answer, installed, absolute);
        return !isPersonal && installed.From is { Id.Length: > 0, Name.Length: > 0 } installer ? Mentioning(installer, message) : message;
    }

    // A mention is in the text exactly as in its entity; a name is data, never markup.
    static Activity Mentioning(ChannelAccount installer, Activity message)
    {
        var mention = $"<at>{WebUtility.HtmlEncode(installer.Name)}</at>";
        message.TextFormat = TextFormatTypes.Xml;
        message.Text = $"{mention} {WebUtility.HtmlEncode(message.Text)}";
        message.Entities = [new Mention(new ChannelAccount(installer.Id, installer.Name), mention)];
        return message;
    }
}
