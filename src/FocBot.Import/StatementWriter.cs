using System.Text;

namespace FocBot.Import;

/// <summary>Writes a text as <c>statement.md</c>.</summary>
public static class StatementWriter
{
    /// <summary>The file's words, front matter first.</summary>
    /// <param name="settings">The front matter, in its order; a title that differs from the text's own stands before it.</param>
    /// <param name="text">The text.</param>
    public static string Write(IReadOnlyList<(string Key, string Value)> settings, ImportedText text)
    {
        var file = new StringBuilder("---\n");
        foreach (var (key, value) in settings.Where(s => s.Value.Length > 0))
            file.Append(key).Append(": ").Append(value).Append('\n');
        file.Append("---\n");
        // The statement's title stands once; other headings of the highest level are sections.
        var title = settings.First(s => s.Key == "title").Value;
        var hasTitle = text.Title != title;
        if (hasTitle)
            file.Append("\n# ").Append(title).Append('\n');
        Block? before = null;
        foreach (var block in text.Blocks)
        {
            if (before is null || !AreOneList(before, block))
                file.Append('\n');
            file.Append(Line(block, Math.Max(block.Level, hasTitle ? 2 : 1))).Append('\n');
            hasTitle |= block is { Kind: BlockKind.Heading, Level: 1 };
            before = block;
        }

        foreach (var note in text.Notes)
            file.Append("\n[^").Append(note.Mark).Append("]: ").Append(note.Markup).Append('\n');
        return file.ToString();
    }

    static bool AreOneList(Block before, Block block) => before.Kind == block.Kind && block.Kind is BlockKind.ListItem or BlockKind.TableRow;

    static string Line(Block block, int headingLevel) => block.Kind switch
    {
        BlockKind.Heading => $"{new string('#', headingLevel)} {block.Markup}",
        BlockKind.ListItem => $"{new string(' ', 2 * block.Level)}- {Numbered(block)}",
        BlockKind.Quotation => $"> {block.Markup}",
        BlockKind.TableRow => $"| {string.Join(" | ", block.Cells)} |",
        _ => Numbered(block),
    };

    static string Numbered(Block block) => block.Number.Length > 0 ? $"{{{block.Number}}} {block.Markup}" : block.Markup;
}
