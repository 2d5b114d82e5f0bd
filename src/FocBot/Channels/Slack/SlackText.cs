using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FocBot.Channels.Slack;

/// <summary>Between plain words and Slack's markup: what comes in loses it, what goes out cannot have any.</summary>
/// <remarks>Source: https://docs.slack.dev/messaging/formatting-message-text.</remarks>
static partial class SlackText
{
    // Slack's longest message; what comes behind it is not read.
    const int MaxLength = 40_000;

    const string Marks = "*_~`", Bullets = "\u2022\u25E6\u25AA\u2023-*";

    // No part may run over a further '<': the time grows with the length alone.
    [GeneratedRegex(@"<(?:[@!#][^<>|]*|[^<>|]*\|)(?:\|?([^<>]*))>|<([^<>]*)>")]
    private static partial Regex Reference();

    /// <summary>The words of a message: without mentions, marks, emoji codes, bullets; with straight quotation marks.</summary>
    internal static string PlainText(string? text)
    {
        var words = Reference().Replace(text is { Length: > MaxLength } ? text[..MaxLength] : text ?? "", WordsOf);
        // An escaped "<word>" is a word between brackets that somebody typed, not a tag.
        words = WebUtility.HtmlDecode(words).Replace('<', ' ').Replace('>', ' ');
        var plain = new StringBuilder(words.Length);
        foreach (var line in words.Split('\n'))
            plain.Append(WithoutMarks(WithoutBullet(line))).Append('\n');
        return plain.Replace('\u201C', '"').Replace('\u201D', '"').Replace('\u201E', '"').Replace('\u2019', '\'').Replace('\u2018', '\'').ToString().Trim();
    }

    /// <summary>The words as Slack shows them to the letter: no mention, link or command is left alive.</summary>
    internal static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>At most so many characters, with a sign that there were more; no half of a surrogate pair.</summary>
    internal static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + "\u2026";
    }

    // <@U012|ada> and <!here> go; <#C012|general> and <https://x|words> leave their words.
    static string WordsOf(Match found) => found.Value[1] is '@' or '!' ? " " : found.Groups[1].Success ? found.Groups[1].Value : found.Groups[2].Value;

    static string WithoutBullet(string line)
    {
        var start = line.TrimStart();
        return start.Length > 1 && Bullets.Contains(start[0], StringComparison.Ordinal) && start[1] == ' ' ? start[2..] : line;
    }

    // A mark opens behind and closes before what is neither letter nor digit: snake_case and 2*3 stay.
    static string WithoutMarks(string line)
    {
        var plain = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == ':' && EmojiEnd(line, i) is > 0 and var end)
            {
                plain.Append(' ');
                i = end;
            }
            else if (!Marks.Contains(line[i], StringComparison.Ordinal) || (IsWord(line, i - 1) && IsWord(line, i + 1)))
            {
                plain.Append(line[i]);
            }
        }

        return plain.ToString();
    }

    // The place of the colon that ends an emoji's code, ":wave:" or ":wave::skin-tone-2:"; 0 where none begins. A time such as 10:30:45 is none.
    static int EmojiEnd(string line, int start)
    {
        const int longest = 100;
        if (IsWord(line, start - 1))
            return 0;
        var hasLetter = false;
        for (var i = start + 1; i < line.Length && i - start <= longest; i++)
        {
            if (line[i] == ':')
                return hasLetter && !IsWord(line, i + 1) ? i : 0;
            if (!char.IsLetterOrDigit(line[i]) && line[i] is not ('_' or '-' or '+' or '\''))
                return 0;
            hasLetter |= char.IsLetter(line[i]) || line[i] is '+' or '-';
        }

        return 0;
    }

    static bool IsWord(string line, int at) => at >= 0 && at < line.Length && char.IsLetterOrDigit(line[at]);
}
