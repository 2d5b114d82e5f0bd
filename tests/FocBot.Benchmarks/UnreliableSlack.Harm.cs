using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace FocBot.Benchmarks;

/// <summary>What it does wrong, and how it refuses.</summary>
sealed partial class UnreliableSlack
{
    void Harm()
    {
        if (Pick() is not { } connection)
            return;
        switch (Next(3))
        {
            case 0:
                Count("dropped");
                connection.Drop();
                break;
            case 1:
                Count("half-open");
                connection.Freeze();
                _ = DropLaterAsync(connection);
                break;
            default:
                Count("refreshed");
                _ = connection.DisconnectAsync("refresh_requested");
                break;
        }
    }

    // Slack gives up a connection that answers nothing, too.
    async Task DropLaterAsync(SlackConnection connection)
    {
        await Task.Delay(HalfOpenTime, time);
        connection.Drop();
    }

    async Task AnswerCallAsync(string method, HttpContext context)
    {
        var arguments = await JsonNode.ParseAsync(context.Request.Body);
        // Refused: nothing was taken.
        if (!isKind && Chance(0.15))
        {
            Count("refused");
            context.Response.StatusCode = Next(2) == 0 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "1";
            return;
        }

        if (method == "chat.postMessage")
            answers.AddOrUpdate(arguments!["channel"]!.GetValue<string>(), 1, (_, count) => count + 1);
        await context.Response.WriteAsync(method == "apps.connections.open"
            ? $"{{\"ok\":true,\"url\":\"ws://127.0.0.1:{OpenRelay().Port}/socket\"}}"
            : """{"ok":true,"ts":"1.2"}""");
    }
}
