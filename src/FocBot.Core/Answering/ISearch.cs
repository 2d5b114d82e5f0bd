using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>Finds the passages that answer a question. Kept behind an interface so that Lucene stays out of the bot.</summary>
public interface ISearch
{
    /// <summary>The passages nearest to the question, and how sure it is that the first answers. Never throws for any words.</summary>
    SearchResult Find(InterpretedQuestion question);
}

/// <summary>A question as understood: without markup, with its reading in English.</summary>
/// <param name="Text">The person's words without mentions and markup.</param>
/// <param name="English">The same in English words; equal to <paramref name="Text"/> where it was English.</param>
/// <param name="Language">BCP 47 tag of the person's words.</param>
public sealed record InterpretedQuestion(string Text, string English, string Language)
{
    /// <summary>The earlier questions that this one leans on, latest first; empty where it stands alone.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>How much it needs them.</summary>
    public FollowUp FollowUp { get; init; }

    /// <summary>The ids of the statements that are asked; empty where all are.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>What kind of thing the person wants to hear.</summary>
    public AnswerType AnswerType { get; init; }

    /// <summary>The words that are looked up: X of "does it mention X?"; null for any other question.</summary>
    public string? LookUp { get; init; }
}

/// <summary>One passage that was found.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">How near it is beside the first: 1 for that one, towards 0 for others.</param>
/// <param name="Coverage">Share of the question's subject that its own words hold, in [0,1].</param>
/// <param name="KeySentence">The place of the sentence that answers best.</param>
public sealed record FoundPassage(Passage Passage, double Score, double Coverage, int KeySentence);

/// <summary>What was found for a question.</summary>
/// <param name="Passages">Best first; of several statements that answer, the best passage of each comes first.</param>
/// <param name="Confidence">Probability that the first passage answers, in [0,1].</param>
public sealed record SearchResult(IReadOnlyList<FoundPassage> Passages, double Confidence)
{
    /// <summary>The question's subject words after spelling correction.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Subject words that no statement has, and that are asked for in vain more often than not, as typed.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>What the question asks for, where it is a known subject that no statement speaks of and the question names it; else null.</summary>
    public string? SilentSubject { get; init; }

    /// <summary>Whether the words of <see cref="InterpretedQuestion.LookUp"/> were found in a passage; null where nothing was looked up.</summary>
    public bool? IsLookUpFound { get; init; }

    /// <summary>How the words were read and the passages ranked, a line a reason.</summary>
    public required Func<IReadOnlyList<string>> Explain { get; init; }
}
