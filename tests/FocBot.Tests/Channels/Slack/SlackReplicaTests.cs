using FocBot.Channels.Slack;
using FocBot.Tests.Storage;
using Npgsql;

namespace FocBot.Tests.Channels.Slack;

/// <summary>Two servers on one database, both connected by Socket Mode.</summary>
public sealed class SlackReplicaTests
{
    public static TheoryData<string> Products => TestStorage.Products;

    [Theory, MemberData(nameof(Products))]
    public async Task What_Slack_delivers_to_both_is_answered_once(string product)
    {
        await using var storage = await TestStorage.CreateAsync(product);
        await using var slack = new SlackSocketServer { More = storage.Settings };
        await slack.InitializeAsync();
        // Each server opens two connections; the first has one of its own already.
        await SlackSocket.Accept(slack.Slack);
        await using var replica = new RunningServer
        {
            Settings = [.. slack.Slack.Settings, $"--Channels:Slack:AppToken={SlackPlatform.AppToken}", .. storage.Settings],
        };
        await replica.InitializeAsync();
        var socket = await SlackSocket.Accept(slack.Slack);

        for (var i = 0; i < 10; i++)
        {
            var asked = slack.Event("encryption", channel: $"D{i}");
            await Task.WhenAll(slack.Send(SlackEnvelope.Events, asked), socket.Deliver(SlackEnvelope.Events, asked));
        }

        var answered = new List<string>();
        for (var i = 0; i < 10; i++)
            answered.Add((await slack.Slack.Next()).Arguments["channel"]!.GetValue<string>());
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"D{i}"), answered.Order(StringComparer.Ordinal));
        await slack.NothingElse();
        NpgsqlConnection.ClearAllPools();
    }
}
