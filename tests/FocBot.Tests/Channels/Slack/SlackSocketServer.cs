namespace FocBot.Tests.Channels.Slack;

/// <summary>The same server, to which Slack delivers by Socket Mode.</summary>
public sealed class SlackSocketServer : SlackServer
{
    protected override bool UsesSocketMode => true;
}
