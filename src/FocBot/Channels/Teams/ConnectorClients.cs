using System.Collections.Concurrent;
using System.Text;
using FocBot.Turns;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest.Serialization;
using Newtonsoft.Json;

namespace FocBot.Channels.Teams;

/// <summary>Keeps one connector client per service URL: building one, with its JSON contracts, costs several times what a turn does.</summary>
sealed class ConnectorClients(IHttpClientFactory http, BotCredentials credentials) : ConnectorFactory
{
    /// <summary>The name of the HTTP client that messages are sent by.</summary>
    internal const string ClientName = "BotConnector";

    const int MostClients = 100, LargestResponse = 256 * 1024;

    static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<string, IConnectorClient> clients = new(StringComparer.Ordinal);

    /// <summary>The client of a service URL. The adapter disposes it after each turn, which leaves it usable: it does not own its HTTP client.</summary>
    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        // Real channels have a handful of service URLs; a local tool may come with any port.
        if (clients.Count >= MostClients)
            clients.Clear();
        return Task.FromResult(clients.GetOrAdd(serviceUrl, Create));
    }

    /// <summary>Registers the HTTP client that messages are sent by. It repeats nothing: what the channel refuses waits in the inbox.</summary>
    internal static void AddHttpClient(IServiceCollection services) => services
        .AddHttpClient(ClientName, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = LargestResponse;
            ConnectorClient.AddDefaultRequestHeaders(client);
        })
        .RemoveAllLoggers()
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(CreateHandler)
        .AddHttpMessageHandler(provider => new ReplyOutcomeHandler(provider.GetRequiredService<TimeProvider>()));

    IConnectorClient Create(string serviceUrl)
    {
        var client = new ConnectorClient(new Uri(serviceUrl), credentials, http.CreateClient(ClientName), disposeHttpClient: false);
        client.SerializationSettings.Formatting = Formatting.None;
        client.SerializationSettings.ContractResolver = ActivityJson.Contracts;
        client.DeserializationSettings.ContractResolver = ActivityJson.Contracts;
        return client;
    }

    // The service URL was authenticated: no redirect leads elsewhere, and nothing is carried from one conversation to another.
    static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = ConnectionLifetime,
        // The client puts the conversation's id into a header, whatever letters it has.
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    };
}
