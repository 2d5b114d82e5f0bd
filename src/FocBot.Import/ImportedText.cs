namespace FocBot.Import;

/// <summary>What a block of a text is.</summary>
public enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    Quotation,
    TableRow,
}

/// <summary>A block of a text that was read from a file.</summary>
/// <param name="Markup">Its words in the form of statement.md: footnote marks, links and escapes.</param>
public sealed record Block(BlockKind Kind, string Markup)
{
    /// <summary>Its words without marks, addresses and escapes.</summary>
    public string Plain => StatementMarkup.Plain(Markup);

    /// <summary>Of a heading 1 (the title) to 4; of a list item its depth, from 0.</summary>
    public int Level { get; init; }

    /// <summary>The number that the file counts by itself, such as "para. 3 (a)"; empty where there is none or it is printed in the words.</summary>
    public string Number { get; init; } = "";

    /// <summary>The cells of a table row, each in the form of statement.md.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];
}

/// <summary>A footnote: its mark and its words, in the form of statement.md.</summary>
public sealed record Note(string Mark, string Markup);

/// <summary>A text as read from a file, and what the check of its words needs.</summary>
/// <param name="Blocks">In the order of the file.</param>
/// <param name="Notes">The footnotes, in the order of their marks.</param>
public sealed record ImportedText(IReadOnlyList<Block> Blocks, IReadOnlyList<Note> Notes)
{
    /// <summary>Every word of the file, read without regard to its form.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What was left out: running heads, page numbers, menus.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];

    /// <summary>Words that a line end had cut, as the two halves of each.</summary>
    public IReadOnlyList<(string Left, string Right)> Healed { get; init; } = [];

    /// <summary>Marks that stand in <see cref="Words"/>, but are no words: of footnotes, of list items.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The text's own title; null where it has none.</summary>
    public string? Title => Blocks.FirstOrDefault(b => b is { Kind: BlockKind.Heading, Level: 1 }) is { } title ? title.Plain : null;
}
