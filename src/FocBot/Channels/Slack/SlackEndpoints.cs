using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Turns;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>FocBot in Slack, over HTTP: events, commands, interactivity, install.</summary>
static class SlackEndpoints
{
    internal const int LargestDelivery = 512 * 1024;

    internal static void AddSlack(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<SlackOptions>().BindConfiguration(SlackOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>();
        services.AddSlackClient();
        services.AddSingleton<SlackTokens>();
        services.AddSingleton<SlackInstall>();
        services.AddSingleton<SlackSender>();
        services.AddSingleton<SlackThreads>();
        services.AddSingleton<SlackModals>();
        services.AddSingleton<SlackReceiver>();
        services.AddSingleton<IInboxHandler, SlackInboxHandler>();
        services.AddSingleton<IHealthCheck, SlackCheck>();
        if (settings.GetSection(SlackOptions.Section).Get<SlackOptions>() is { UsesSocketMode: true })
            services.AddHostedService<SlackSocketMode>();
    }

    internal static void MapSlack(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (options.UsesHttp)
        {
            MapDelivery(app, "/slack/events", SlackEnvelope.Events);
            MapDelivery(app, "/slack/commands", SlackEnvelope.Commands);
            MapDelivery(app, "/slack/interactivity", SlackEnvelope.Interactive);
        }

        if (options.Installs)
        {
            app.MapGet("/slack/install", (HttpContext context, SlackInstall install, CancellationToken cancel) => install.BeginAsync(context, cancel))
                .ExcludeFromDescription();
            app.MapGet("/slack/oauth_redirect", (HttpContext context, SlackInstall install, string? code, string? state, CancellationToken cancel) =>
                install.FinishAsync(context, code, state, cancel)).ExcludeFromDescription();
        }
    }

    static void MapDelivery(WebApplication app, string path, string kind) => app
        .MapPost(path, (HttpContext context, SlackReceiver receiver, IOptions<SlackOptions> options, TimeProvider time) =>
            ReceiveAsync(context, receiver, options.Value, time, kind))
        .ExcludeFromDescription().Holds(LargestDelivery);

    static async Task<IResult> ReceiveAsync(HttpContext context, SlackReceiver receiver, SlackOptions options, TimeProvider time, string kind)
    {
        // The signature is over the very bytes.
        var bytes = await context.Request.ReadWhole(context.RequestAborted);
        var (timestamp, signature) = (context.Request.Headers["X-Slack-Request-Timestamp"], context.Request.Headers["X-Slack-Signature"]);
        if (!SlackSignature.IsValid(options.SigningSecret, timestamp, signature, bytes, time.GetUtcNow()))
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        if (Read(kind, bytes) is not { } payload)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        if (kind == SlackEnvelope.Events && SlackJson.Text(payload["type"]) == "url_verification")
            return TypedResults.Text(SlackJson.Text(payload["challenge"]) ?? "", "text/plain");
        // What comes outside an event, such as app_rate_limited, is its own event.
        if (kind == SlackEnvelope.Events && payload["event"] is null)
            payload["event"] = new JsonObject { ["type"] = SlackJson.Text(payload["type"]) };
        return await receiver.ReceiveAsync(new(kind, payload), context.RequestAborted) is { } body
            ? TypedResults.Text(body.ToJsonString(), "application/json")
            : TypedResults.StatusCode(StatusCodes.Status200OK);
    }

    static JsonObject? Read(string kind, byte[] body)
    {
        try
        {
            if (kind == SlackEnvelope.Events)
                return SlackJson.Parse(body);
            var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
            return kind == SlackEnvelope.Interactive
                ? SlackJson.Parse(Encoding.UTF8.GetBytes(form.GetValueOrDefault("payload").ToString()))
                : new JsonObject(form.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value.ToString())));
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }
}
