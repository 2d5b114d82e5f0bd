using System.Text;
using System.Text.RegularExpressions;

namespace FocBot.Core.Content;

/// <summary>Takes the markup off a passage: footnote marks, links, escapes. The words stay as they are.</summary>
static partial class Markup
{
    [GeneratedRegex(@"\[\^(?<note>[\p{L}\d]{1,4}|[*†‡]{1,3})\]|<(?<auto>https?://[^>\s]+)>|\[(?<label>[^\]\[]+)\]\((?<target>[^)\s]+)\)|"
        + @"\\(?<escaped>[\\_*\[\]<>#`{}|-])", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    internal static (string Text, List<(int, string)> Notes, List<(TextSpan, string)> Links) Strip(string raw)
    {
        var text = new StringBuilder();
        var notes = new List<(int, string)>();
        var links = new List<(TextSpan, string)>();
        var from = 0;
        foreach (Match m in Pattern().Matches(raw))
        {
            text.Append(raw, from, m.Index - from);
            from = m.Index + m.Length;
            if (m.Groups["note"] is { Success: true } note)
                notes.Add((text.Length, note.Value));
            else if (m.Groups["auto"] is { Success: true } auto)
                Link(auto.Value, auto.Value);
            else if (m.Groups["label"] is { Success: true } label)
                Link(label.Value.Replace("\\", "", StringComparison.Ordinal), m.Groups["target"].Value);
            else
                text.Append(m.Groups["escaped"].ValueSpan);
        }

        text.Append(raw, from, raw.Length - from);
        return (text.ToString(), notes, links);

        void Link(string label, string address)
        {
            links.Add((new(text.Length, label.Length), address));
            text.Append(label);
        }
    }
}
