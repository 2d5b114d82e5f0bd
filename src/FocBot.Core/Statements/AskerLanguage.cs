namespace FocBot.Core.Statements;

/// <summary>How questions in another language are understood: its words of asking, a word list into English, its labels.</summary>
public sealed record AskerLanguage(string Code, IReadOnlyDictionary<string, string> Phrases, IReadOnlySet<string> Asking,
    IReadOnlyDictionary<string, string> BilingualDictionary, IReadOnlyList<string> Silent)
{
    /// <summary>Other wordings of what can be said, each with what it stands for: "thèmes" for "topics".</summary>
    public IReadOnlyDictionary<string, string> Commands { get; init; } = new Dictionary<string, string>();

    /// <summary>Words of courtesy, each with its kind: "merci" is "thanks".</summary>
    public IReadOnlyDictionary<string, string> Courtesies { get; init; } = new Dictionary<string, string>();

    /// <summary>Politeness around a command: "please", "can you".</summary>
    public IReadOnlyList<string> Polite { get; init; } = [];

    /// <summary>The labels around an answer.</summary>
    public Labels Labels { get; } = new(Code, Phrases.GetValueOrDefault("see-also", ""), Phrases.GetValueOrDefault("closest", "").TrimEnd(':', ' ', '：'),
        Phrases.GetValueOrDefault("citation-open", ""))
    {
        ShowParagraph = Phrases.GetValueOrDefault("button.read-on", Labels.English.ShowParagraph),
        ShowNumbered = Phrases.GetValueOrDefault("show-numbered", Labels.English.ShowNumbered),
        ViewNumbered = Phrases.GetValueOrDefault("view-numbered", Labels.English.ViewNumbered),
        Copy = Phrases.GetValueOrDefault("copy-cited", Labels.English.Copy),
        CopyCitation = Phrases.GetValueOrDefault("copy-citation", Labels.English.CopyCitation),
        More = Phrases.GetValueOrDefault("show-more", Labels.English.More),
        Share = Phrases.GetValueOrDefault("share", Labels.English.Share),
        GoodAnswer = Phrases.GetValueOrDefault("good-answer", Labels.English.GoodAnswer),
        BadAnswer = Phrases.GetValueOrDefault("bad-answer", Labels.English.BadAnswer),
        YourQuestion = Phrases.GetValueOrDefault("your-question", Labels.English.YourQuestion),
        Ask = Phrases.GetValueOrDefault("ask", Labels.English.Ask),
        Close = Phrases.GetValueOrDefault("close", Labels.English.Close),
    };
}
