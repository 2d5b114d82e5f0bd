using System.Net;
using System.Text.RegularExpressions;

namespace FocBot.Channels.Slack;

/// <summary>Between words and Slack's markup: what comes in loses it, what goes out can't have any.</summary>
/// <remarks>Source: https://docs.slack.dev/messaging/formatting-message-text#escaping.</remarks>
static partial class SlackText
{
    // Slack's longest message; what comes behind it is not read.
    const int MaxLength = 40_000;

    // No part may run over a further '<': the time grows with the length alone.
    [GeneratedRegex(@"<(?:[@!#][^<>|]*|[^<>|]*\|)(?:\|?([^<>]*))>|<([^<>]*)>")]
    private static partial Regex Reference();

    // <@U012|ada> and <!here> go; <#C012|general> and <https://x|words> leave their words.
    internal static string Heard(string? text) =>
        WebUtility.HtmlDecode(Reference().Replace(text is { Length: > MaxLength } ? text[..MaxLength] : text ?? "", found => found.Value[1] is '@' or '!' ? " " : found.Groups[1].Success ? found.Groups[1].Value : found.Groups[2].Value)).Trim();

    /// <summary>The words as Slack shows them to the letter: no mention, link or command is left alive.</summary>
    internal static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
