namespace FocBot.Core.Statements;

/// <summary>What a statement's file says of it before the text begins.</summary>
/// <param name="Date">As it is shown: "February 2020".</param>
/// <param name="Language">BCP 47 tag of the text.</param>
public sealed record FrontMatter(string Id, string Title, string ShortTitle, string Issuer, string IssuerShort, string Date, string Language)
{
    /// <summary>The same date, to sort by.</summary>
    public PartialDate Issued { get; init; }

    /// <summary>By which people call the statement, besides its title, short title and id: "cybersecurity statement".</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Who issued it together with <see cref="Issuer"/>.</summary>
    public IReadOnlyList<string> CoSponsors { get; init; } = [];

    /// <summary>What it is today, such as "in force" or "draft"; empty where the file does not say.</summary>
    public string Status { get; init; } = "";

    /// <summary>The ids of the statements that this one replaces.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>The publisher's page about the statement.</summary>
    public string? Source { get; init; }

    /// <summary>Whether <see cref="Source"/> shows the text itself, so that a text fragment opens at the words.</summary>
    public bool SourceHasText { get; init; }
}
