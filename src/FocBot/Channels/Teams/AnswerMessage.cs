using System.Text;
using FocBot.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using BotChannels = Microsoft.Bot.Connector.Channels;

namespace FocBot.Channels.Teams;

/// <summary>An answer as the message that carries it, in the form that the channel of the question shows.</summary>
static class AnswerMessage
{
    // Teams refuses messages over 100 KB; the rest is for citations and text.
    const int LargestCard = 64 * 1024;

    // Teams' own thumbs up and down.
    const string FeedbackButtons = """{"feedbackLoop":{"type":"default"}}""";

    /// <summary>The message; where it would be too large, fewer excerpts and a choice that shows the next.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="asked">The activity that is answered.</param>
    /// <param name="absolute">The full address of a path on this server.</param>
    internal static Activity From(Answer answer, IActivity asked, Func<string, string> absolute)
    {
        var card = AnswerCard.From(answer, absolute).ToJson();
        if (answer.Excerpts.Count > 1 && Encoding.UTF8.GetByteCount(card) > LargestCard)
            return From(WithoutLast(answer), asked, absolute);
        var message = new Activity(ActivityTypes.Message)
        {
            // Plain: what a person typed may be in the lead.
            TextFormat = TextFormatTypes.Plain,
            Text = PlainAnswer.Of(answer, absolute),
            Summary = answer.Lead.Split('\n')[0],
            Speak = answer.Excerpts.Count > 0 ? $"{answer.Lead} {answer.Excerpts[0].Key}" : answer.Lead,
            Locale = answer.Labels.Language,
            InputHint = InputHints.AcceptingInput,
            SuggestedActions = MessageText.IsPersonal(asked) && answer.Choices.Count > 0 ? ButtonsOf(answer) : null,
        };
        if (asked.ChannelId is BotChannels.Msteams or BotChannels.Emulator or BotChannels.Webchat)
            message.Attachments = [new(AdaptiveCard.ContentType, content: new JRaw(card))];
        return asked.ChannelId == BotChannels.Msteams ? ForTeams(message, answer, absolute) : message;
    }

    // Teams always shows the card: the text above it is the lead, with the marks that its citations belong to.
    static Activity ForTeams(Activity message, Answer answer, Func<string, string> absolute)
    {
        message.ChannelData = new JRaw(FeedbackButtons);
        message.Text = answer.Lead;
        if (answer.Excerpts.Count > 0)
        {
            message.Text += $" {Citations.Marks(answer.Excerpts)}";
            message.Entities = [Citations.Of(answer.Excerpts, absolute)];
        }

        return message;
    }

    static Answer WithoutLast(Answer answer)
    {
        var more = new Choice(answer.Labels.More, $"paragraph {answer.Excerpts[^1].Passage.Id.Number}");
        return answer with
        {
            Excerpts = [.. answer.Excerpts.SkipLast(1)],
            Choices = [more, .. answer.Choices.Where(choice => choice.Label != more.Label)],
        };
    }

    static SuggestedActions ButtonsOf(Answer answer) => new(
        to: [],
        actions: [.. answer.Choices.Take(AnswerCard.MostActions).Select(choice => new CardAction(ActionTypes.ImBack, choice.Label, value: choice.Says))]);
}
