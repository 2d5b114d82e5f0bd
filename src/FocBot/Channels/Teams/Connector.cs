using System.Net.Http.Headers;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace FocBot.Channels.Teams;

/// <summary>Sends activities to the channel that a conversation is held on.</summary>
/// <remarks>Source: Bot Connector REST API, https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference.</remarks>
sealed class Connector(IHttpClientFactory http, BotToken token, Pace pace)
{
    /// <summary>The largest message, in bytes; Teams itself refuses those over 100 KB.</summary>
    internal const int LargestMessage = 80 * 1024;

    /// <summary>Sends one activity, as a reply where there is one to reply to.</summary>
    /// <exception cref="HttpRequestException">The channel refused it for good.</exception>
    internal async Task Send(ConversationReference to, Activity activity, CancellationToken cancel)
    {
        var bearer = await token.Get(cancel);
        // Without a token only a tool on this machine listens, which has none of Teams' limits.
        if (bearer is not null)
            await pace.Wait(to.Conversation, cancel);
        using var content = BorrowedJson.Of(activity with { ReplyToId = to.ActivityId }, ActivityJson.Default.Activity);
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(to)) { Content = content };
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var client = http.CreateClient(nameof(Connector));
        using var response = await client.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        content.GiveBack();
    }

    static Uri AddressOf(ConversationReference to)
    {
        var activities = $"{to.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(to.Conversation)}/activities";
        return new(to.ActivityId is { Length: > 0 } id ? $"{activities}/{Uri.EscapeDataString(id)}" : activities);
    }

    /// <summary>Who is written to was proved by a token: no redirect leads elsewhere, and nothing is carried from one conversation to another.</summary>
    internal static HttpMessageHandler Handler() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null };

    /// <summary>What is tried again, and how: 429, 412, 502, 504 and lost connections, later and later, or when the channel says.</summary>
    /// <remarks>Made here, not by <c>AddResilienceHandler</c>, which loads and measures much that nobody looks at.</remarks>
    internal static ResilienceHandler Persistence(TimeProvider time) => new(new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 5,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(500),
            MaxDelay = TimeSpan.FromSeconds(30),
            UseJitter = true,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is HttpRequestException or Polly.Timeout.TimeoutRejectedException
                || (int?)arguments.Outcome.Result?.StatusCode is 429 or 412 or 502 or 504),
        })
        .AddTimeout(TimeSpan.FromSeconds(15))
        .Build());
}
