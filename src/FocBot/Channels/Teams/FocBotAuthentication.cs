using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Teams;

/// <summary>Authenticates callers for Bot Builder by <see cref="CallerCheck"/>, and sends by the kept <see cref="ConnectorClients"/>.</summary>
/// <remarks>
/// Bot Builder's own authentication answers anybody at any service URL when no application id is set, looks for no new signing key
/// when an unknown one is used, and ends in a fault for a token that is not one.
/// </remarks>
sealed class FocBotAuthentication(CallerCheck callers, ConnectorClients connectors, IOptions<TeamsOptions> options) : BotFrameworkAuthentication
{
    /// <summary>The bot itself, as an identity for turns that it begins.</summary>
    internal ClaimsIdentity BotIdentity { get; } = new(
        [new(AuthenticationConstants.AudienceClaim, options.Value.AppId), new(AuthenticationConstants.AppIdClaim, options.Value.AppId)]);

    /// <param name="activity">Its channel and service URL are looked at, nothing else.</param>
    /// <param name="authHeader">The request's Authorization header.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="CallerRefusedException">The caller may not speak for that channel and service URL.</exception>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken) =>
        await callers.StatusOfRefusalAsync(authHeader, activity, cancellationToken) is { } status
            ? throw new CallerRefusedException(status)
            : new() { ClaimsIdentity = BotIdentity, ConnectorFactory = connectors };

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Streaming connections are not offered.");

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => connectors;

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult<UserTokenClient>(NoUserTokens.Instance);
}

/// <summary>A caller who is not let in.</summary>
/// <param name="status">The HTTP status to refuse with.</param>
sealed class CallerRefusedException(int status) : UnauthorizedAccessException
{
    internal int Status { get; } = status;
}
