namespace FocBot.Core.Statements;

/// <summary>A statement in another language: the same passages under the same numbers.</summary>
/// <param name="Front">The statement's, with the translation's title, language and source.</param>
/// <param name="IsOfficial">Whether the issuer published it; only then it is quoted.</param>
public sealed record Translation(FrontMatter Front, bool IsOfficial, IReadOnlyList<Passage> Passages)
{
    public string Language => Front.Language;
}
