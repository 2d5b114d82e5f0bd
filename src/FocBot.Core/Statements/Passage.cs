namespace FocBot.Core.Statements;

public enum PassageKind
{
    Paragraph,
    Recommendation,

    /// <summary>An item of a list that recommends nothing, or of a list inside another.</summary>
    ListItem,

    /// <summary>Words that the statement itself quotes.</summary>
    Quotation,

    /// <summary>A row of a table, its cells divided by " | ".</summary>
    TableRow,
    Date,
    Footnote,
    Link,
}

/// <summary>A paragraph, list item, date line or footnote that can be found and quoted on its own.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, verbatim, without markup.</param>
/// <param name="Section">The nearest heading it stands under; null before the first and for footnotes.</param>
/// <param name="Front">What the statement says of itself.</param>
public sealed record Passage(PassageId Id, PassageKind Kind, string Text, string? Section, FrontMatter Front)
{
    Citation? citation;

    /// <summary>The sentences, in order, covering every word of <see cref="Text"/>.</summary>
    public IReadOnlyList<TextSpan> Sentences { get; } = Statements.Sentences.Split(Text);

    /// <summary>Number among the recommendations, from 1; 0 for other kinds.</summary>
    public int Recommendation { get; init; }

    /// <summary>The number that the publisher gives it: "Article 19, para. 2", "para. 3 (a)", "OP7"; null where the numbering is ours.</summary>
    public string? Label { get; init; }

    /// <summary>Where it stands in its statement, in a few characters: its <see cref="Label"/>, else our number.</summary>
    public string Place => Label ?? $"para. {Id.Number}";

    /// <summary>All headings that it stands under, the outermost first; the last is <see cref="Section"/>.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>How deep in a list it stands: 0 outside of lists and in the outer one.</summary>
    public int Level { get; init; }

    /// <summary>The passage that a list item belongs to: its words make sense after those; null where it stands alone.</summary>
    public PassageId? Parent { get; init; }

    /// <summary>The footnote's printed number or letter; empty for other kinds.</summary>
    public string Footnote { get; init; } = "";

    /// <summary>Where footnotes are cited: position in <see cref="Text"/>, the footnote's number or letter.</summary>
    public IReadOnlyList<(int Position, string Footnote)> FootnoteMarks { get; init; } = [];

    /// <summary>The addresses that stand in the text.</summary>
    public IReadOnlyList<(TextSpan Span, string Address)> Links { get; init; } = [];

    /// <summary>Where these words stand.</summary>
    public Citation Citation => citation ??= Citation.Of(this);

    /// <summary>Two are the same whose ids are.</summary>
    public bool Equals(Passage? other) => Id == other?.Id;

    public override int GetHashCode() => Id.GetHashCode();
}
