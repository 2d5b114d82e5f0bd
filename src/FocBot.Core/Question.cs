using FocBot.Core.Users;

namespace FocBot.Core;

/// <summary>What a person said, and the little the conversation remembers.</summary>
/// <param name="Text">The person's words; any text at all.</param>
/// <param name="History">The person's earlier questions in this conversation, oldest first.</param>
public sealed record Question(string Text, IReadOnlyList<string> History)
{
    /// <summary>The most characters a question may have; channels with a harder contract refuse longer ones.</summary>
    public const int MaxLength = 2_000;

    /// <summary>The most earlier questions that matter: whoever walks through ten stops by "next" alone is still known to be on the tour.</summary>
    public const int MaxHistory = 12;

    /// <summary>Whether the answer should say why it came out so.</summary>
    public bool AsksWhy { get; init; }

    /// <summary>Who asks, as far as anything is remembered of them.</summary>
    public IUserState User { get; init; } = AnonymousUser.Instance;

    /// <summary>BCP 47 tag of the language of the words around quotations, whatever the question is in; null for that of the question.</summary>
    public string? LeadLanguage { get; init; }

    public Question(string text)
        : this(text, [])
    {
    }
}
