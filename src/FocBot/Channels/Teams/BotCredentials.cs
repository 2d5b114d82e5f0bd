using System.Net.Http.Headers;
using Microsoft.Rest;

namespace FocBot.Channels.Teams;

/// <summary>Adds the bot's own token to what it sends; nothing when it has no credentials.</summary>
sealed class BotCredentials(BotToken token) : ServiceClientCredentials
{
    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await token.GetAsync(cancellationToken) is { } bearer)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
    }
}
