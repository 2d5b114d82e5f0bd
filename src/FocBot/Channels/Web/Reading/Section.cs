using FocBot.Core.Statements;

namespace FocBot.Channels.Web.Reading;

/// <summary>Passages under one heading, as the reading page shows them.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Heading">Null before the statement's first heading.</param>
public sealed record Section(int Number, string? Heading, IReadOnlyList<Passage> Passages)
{
    /// <summary>The id of its heading on the page.</summary>
    public string Anchor => $"section-{Number}";

    internal static IReadOnlyList<Section> Of(Statement statement)
    {
        var sections = new List<(string? Heading, List<Passage> Passages)>();
        foreach (var passage in statement.Passages)
        {
            var heading = passage.Kind == PassageKind.Footnote ? "Footnotes" : passage.Section;
            if (sections.Count == 0 || sections[^1].Heading != heading)
                sections.Add((heading, []));
            sections[^1].Passages.Add(passage);
        }

        return [.. sections.Select((s, i) => new Section(i + 1, s.Heading, s.Passages))];
    }
}
