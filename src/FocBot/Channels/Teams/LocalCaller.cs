using System.Net;

namespace FocBot.Channels.Teams;

/// <summary>Without credentials only tools on this very machine are answered, and only at their own addresses on it.</summary>
static class LocalCaller
{
    // Where local tools take replies: the Bot Framework Emulator at the root, the Microsoft 365 Agents Playground below /_connector.
    static readonly string[] ServicePaths = ["", "/_connector"];

    static readonly string[] ProxyHeaders =
    [
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "X-Original-For", "X-Original-Host", "X-Original-Proto",
        "X-ProxyUser-IP", "True-Client-IP", "CF-Connecting-IP", "Fastly-Client-IP", "Proxy-Connection",
    ];

    /// <summary>Whether the request comes from a program on this machine: not by a proxy, not from a web page, not by another name of this machine.</summary>
    internal static bool IsLocal(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLoopback(request.Host.Host)
        && !request.Headers.ContainsKey("Origin")
        && !ProxyHeaders.Any(request.Headers.ContainsKey)
        && !request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether replies may be sent to the service URL.</summary>
    internal static bool IsLocalServiceUrl(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && IsLoopback(uri.Host)
        && uri.UserInfo.Length == 0
        && !address.Contains('?', StringComparison.Ordinal) && !address.Contains('#', StringComparison.Ordinal)
        && ServicePaths.Contains(uri.AbsolutePath.TrimEnd('/'), StringComparer.Ordinal);

    static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
