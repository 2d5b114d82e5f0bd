using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FocBot.Channels.Slack;

/// <summary>Slack's signature over a delivery, version 0.</summary>
/// <remarks>Source: https://docs.slack.dev/authentication/verifying-requests-from-slack.</remarks>
static class SlackSignature
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Whether the body, to the byte, was signed with the secret within the last five minutes.</summary>
    internal static bool IsValid(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (signature is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Window.TotalSeconds)
            return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(secret, timestamp, body)), Encoding.ASCII.GetBytes(signature));
    }

    internal static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
