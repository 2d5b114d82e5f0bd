using System.Text.RegularExpressions;

namespace FocBot.Channels.Web.Study;

/// <summary>Names in addresses: "Internet shutdowns" is <c>internet-shutdowns</c>.</summary>
static partial class Slug
{
    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex Separators();

    internal static string Of(string name) => Separators().Replace(name.ToLowerInvariant(), "-").Trim('-');
}
