namespace FocBot.Core.Content;

/// <summary>Reads the content's line files: a line <c>[heading]</c> opens a part, every line below it belongs to it.</summary>
/// <remarks>Blank lines and lines that begin with '#' are passed over.</remarks>
static class LinesFile
{
    internal const int MaxLength = 400;

    internal sealed record Part(string Heading, int Line, List<(string Text, int Line)> Lines);

    /// <summary>Reads all parts; a heading that stands again goes on where it left off.</summary>
    internal static IReadOnlyList<Part> Read(string file, IReadOnlyList<string> lines, List<ContentFault> faults)
    {
        var parts = new Dictionary<string, Part>(StringComparer.Ordinal);
        Part? part = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[' && line[^1] == ']' && line.Length > 2)
            {
                var heading = line[1..^1];
                if (!parts.TryGetValue(heading, out part))
                    parts.Add(heading, part = new(heading, i + 1, []));
            }
            else if (part is null)
                faults.Add(new(file, i + 1, "The line belongs to no part.", "Put a line such as '[14]' above it."));
            else if (line.Length > MaxLength)
                faults.Add(new(file, i + 1, $"The line is longer than {MaxLength} characters.", "Shorten or split it."));
            else
                part.Lines.Add((line, i + 1));
        }

        return [.. parts.Values];
    }
}
