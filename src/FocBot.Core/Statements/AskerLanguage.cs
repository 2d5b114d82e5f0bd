namespace FocBot.Core.Statements;

/// <summary>How questions in another language are understood: its words of asking, a word list into English, its labels.</summary>
public sealed record AskerLanguage(string Code, IReadOnlyDictionary<string, string> Phrases, IReadOnlySet<string> Asking,
    IReadOnlyDictionary<string, string> BilingualDictionary, IReadOnlyList<string> Silent)
{
    /// <summary>The labels around an answer.</summary>
    public Labels Labels { get; } = new(Code, Phrases.GetValueOrDefault("see-also", ""), Phrases.GetValueOrDefault("closest", "").TrimEnd(':', ' ', '：'),
        Phrases.GetValueOrDefault("citation-open", ""));
}
