namespace FocBot.Core.Statements;

public enum PassageKind
{
    Paragraph,
    Recommendation,
    Date,
    Footnote,
    Link,
}

/// <summary>A paragraph, list item, date line or footnote that can be found and quoted on its own.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, verbatim, without markup.</param>
/// <param name="Section">The heading it stands under; null before the first and for footnotes.</param>
/// <param name="Front">What the statement says of itself.</param>
public sealed record Passage(PassageId Id, PassageKind Kind, string Text, string? Section, FrontMatter Front)
{
    string? receipt;
    Citation? citation;

    /// <summary>The sentences, in order, covering every word of <see cref="Text"/>.</summary>
    public IReadOnlyList<TextSpan> Sentences { get; } = Statements.Sentences.Split(Text);

    /// <summary>Number among the recommendations, from 1; 0 for other kinds.</summary>
    public int Recommendation { get; init; }

    /// <summary>The footnote's printed number; 0 for other kinds.</summary>
    public int Footnote { get; init; }

    /// <summary>Where footnotes are cited: position in <see cref="Text"/>, footnote number.</summary>
    public IReadOnlyList<(int Position, int Footnote)> FootnoteMarks { get; init; } = [];

    /// <summary>The addresses that stand in the text.</summary>
    public IReadOnlyList<(TextSpan Span, string Address)> Links { get; init; } = [];

    /// <summary>A short code for these very words.</summary>
    public string Receipt => receipt ??= Statements.Receipt.Of(this);

    /// <summary>Where these words stand.</summary>
    public Citation Citation => citation ??= Citation.Of(this);

    /// <summary>Two are the same whose ids are.</summary>
    public bool Equals(Passage? other) => Id == other?.Id;

    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The publisher's address, opening at this passage where the text stands there.</summary>
    public string? SourceAddress => Front.Source is null || !Front.SourceHasText
        ? Front.Source
        : $"{Front.Source}#:~:text={TextFragment.Of(this)}";
}

/// <summary>What a statement's file says of it before the text begins.</summary>
public sealed record FrontMatter(string Id, string Title, string ShortTitle, string Issuer, string IssuerShort, string Date, string Language)
{
    /// <summary>By which people call the statement, besides its title, short title and id: "the cybersecurity statement".</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The publisher's page about the statement.</summary>
    public string? Source { get; init; }

    /// <summary>Whether <see cref="Source"/> shows the text itself, so that a text fragment opens at the words.</summary>
    public bool SourceHasText { get; init; }
}
