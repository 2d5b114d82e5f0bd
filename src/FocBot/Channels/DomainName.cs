using System.Text.RegularExpressions;

namespace FocBot.Channels;

/// <summary>A domain as it goes into a manifest.</summary>
static partial class DomainName
{
    [GeneratedRegex(@"^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$")]
    private static partial Regex Domain();

    /// <summary>The name itself.</summary>
    /// <exception cref="FormatException">It is none; the message says what to give.</exception>
    internal static string Checked(string name) => Domain().IsMatch(name) ? name
        : throw new FormatException($"'{name}' is not a domain. Give the name alone, in lower case, such as --domain foc.example.org.");
}
