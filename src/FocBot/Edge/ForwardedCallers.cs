using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace FocBot.Edge;

/// <summary>Who calls and by which scheme, behind a proxy: taken from its headers only where the proxy is named in the settings.</summary>
static class ForwardedCallers
{
    internal static void AddForwardedHeaders(this IServiceCollection services) => services.AddOptions<ForwardedHeadersOptions>()
        .Configure<IOptions<ServerOptions>>((headers, server) =>
        {
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            var trusted = server.Value.TrustedProxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            headers.ForwardedHeaders = trusted.Length > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            // The chain is followed through every proxy that is trusted, and no further.
            headers.ForwardLimit = null;
            foreach (var proxy in trusted)
            {
                if (proxy.Contains('/', StringComparison.Ordinal))
                    headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
                else
                    headers.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
}
