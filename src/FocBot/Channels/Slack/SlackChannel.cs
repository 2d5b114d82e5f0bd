using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FocBot.Turns;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Slack;

/// <summary>FocBot in Slack, over HTTP: events, commands, interactivity, install.</summary>
static class SlackChannel
{
    internal const int LargestDelivery = 512 * 1024;

    // Two fields of one name would fail later, where they are read.
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    internal static void AddSlack(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<SlackOptions>().BindConfiguration(SlackOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>();
        services.AddHttpClient(nameof(SlackApi), client => client.Timeout = Timeout.InfiniteTimeSpan).AddHttpMessageHandler(its => new ReplyOutcomeHandler(its.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SlackApi>();
        services.AddSingleton<SlackTokens>();
        services.AddSingleton<SlackInstall>();
        services.AddSingleton<SlackHearing>();
        services.AddSingleton<IInboxHandler, SlackTurn>();
        services.AddSingleton<IHealthCheck, SlackCheck>();
        if (settings.GetSection(SlackOptions.Section).Get<SlackOptions>() is { HearsSocket: true })
            services.AddHostedService<SlackSocket>();
    }

    internal static void MapSlack(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (options.HearsHttp)
        {
            app.MapPost("/slack/events", (HttpContext context, SlackHearing hearing, TimeProvider time) => Hear(context, hearing, options, time, SlackDelivery.Events)).ExcludeFromDescription().Holds(LargestDelivery);
            app.MapPost("/slack/commands", (HttpContext context, SlackHearing hearing, TimeProvider time) => Hear(context, hearing, options, time, SlackDelivery.Commands)).ExcludeFromDescription().Holds(LargestDelivery);
            app.MapPost("/slack/interactivity", (HttpContext context, SlackHearing hearing, TimeProvider time) => Hear(context, hearing, options, time, SlackDelivery.Interactive)).ExcludeFromDescription().Holds(LargestDelivery);
        }

        if (options.Installs)
        {
            app.MapGet("/slack/install", (HttpContext context, SlackInstall install, CancellationToken cancel) => install.Begin(context, cancel)).ExcludeFromDescription();
            app.MapGet("/slack/oauth_redirect", (HttpContext context, SlackInstall install, string? code, string? state, CancellationToken cancel) => install.Finish(context, code, state, cancel)).ExcludeFromDescription();
        }
    }

    static async Task<IResult> Hear(HttpContext context, SlackHearing hearing, SlackOptions options, TimeProvider time, string kind)
    {
        // The signature is over the very bytes.
        var bytes = await context.Request.ReadWhole(context.RequestAborted);
        if (!SlackSignature.Holds(options.SigningSecret, context.Request.Headers["X-Slack-Request-Timestamp"], context.Request.Headers["X-Slack-Signature"], bytes, time.GetUtcNow()))
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        if (Read(kind, bytes) is not { } payload)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        if (kind == SlackDelivery.Events && SlackDelivery.Text(payload["type"]) == "url_verification")
            return TypedResults.Text(SlackDelivery.Text(payload["challenge"]) ?? "", "text/plain");
        // What comes outside an event, such as app_rate_limited, is its own event.
        if (kind == SlackDelivery.Events && payload["event"] is null)
            payload["event"] = new JsonObject { ["type"] = SlackDelivery.Text(payload["type"]) };
        return await hearing.Hear(new(kind, payload), context.RequestAborted) is { } said ? TypedResults.Text(said.ToJsonString(), "application/json") : TypedResults.StatusCode(StatusCodes.Status200OK);
    }

    static JsonObject? Read(string kind, byte[] body)
    {
        try
        {
            if (kind == SlackDelivery.Events)
                return Parse(body);
            var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
            return kind == SlackDelivery.Interactive
                ? Parse(Encoding.UTF8.GetBytes(form.GetValueOrDefault("payload").ToString()))
                : new JsonObject(form.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value.ToString())));
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Reads one JSON object, whichever way it came.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    internal static JsonObject? Parse(byte[] json) => JsonNode.Parse(JsonSurrogates.Repair(json), documentOptions: Strict) as JsonObject;
}
