using FocBot.Turns;

namespace FocBot.Channels.Slack;

/// <summary>Sends a composed reply, and tells the inbox how it goes on with what Slack did not take.</summary>
sealed partial class SlackSender(SlackClient client, SlackTokens tokens, ILogger<SlackSender> log)
{
    /// <exception cref="ReplyRefusedException">Slack did not take it; it holds the reply for the next try.</exception>
    /// <exception cref="ReplyUncertainException">Slack did not say whether it took it.</exception>
    internal async Task SendAsync(SlackReply reply, SlackInstallation installation, CancellationToken cancel)
    {
        try
        {
            if (reply.ResponseUrl is { } address)
                await client.RespondAsync(address, reply.Message, cancel);
            else
                await client.PostAsync(installation.Token, reply.Message, cancel);
        }
        catch (ReplyRefusedException refused)
        {
            refused.Reply ??= reply.ToBytes();
            throw;
        }
        catch (ReplyUncertainException uncertain)
        {
            uncertain.Reply ??= reply.ToBytes();
            throw;
        }
        catch (SlackException refused)
        {
            Refused(refused.Message, refused.Place, refused.Advice ?? "");
            TimeSpan? retryAfter = refused.Error == "token_expired" && await tokens.RenewAsync(installation.Workspace, cancel) ? TimeSpan.Zero : null;
            throw new ReplyRefusedException(refused.Message, retryAfter, !refused.IsPassing, refused) { Reply = reply.ToBytes() };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "slack: a message was refused: {Reason} {Place} {Advice}")]
    partial void Refused(string reason, string place, string advice);
}
