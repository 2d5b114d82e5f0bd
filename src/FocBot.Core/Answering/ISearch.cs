using System.Collections.Immutable;
using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>Finds what speaks for each passage. Kept behind an interface so that Lucene stays out of the bot.</summary>
public interface ISearch
{
    /// <summary>The evidence for every passage, and for silence. Never throws for any words.</summary>
    Findings Find(InterpretedQuestion asked);
}

/// <summary>A question as understood: cleaned of trimmings, with its reading in English.</summary>
/// <param name="Text">The person's words without mentions and markup.</param>
/// <param name="English">The same in English words; equal to <paramref name="Text"/> where it was English.</param>
/// <param name="Language">BCP 47 tag of the person's words.</param>
public sealed record InterpretedQuestion(string Text, string English, string Language)
{
    /// <summary>The earlier questions that this one leans on, latest first; empty where it stands alone.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>What kind of thing the person wants to hear.</summary>
    public AnswerType AnswerType { get; init; }
}

/// <summary>One kind of evidence for a passage.</summary>
public enum Feature
{
    /// <summary>Log probability that the classifier gives the passage among all passages.</summary>
    Class,

    /// <summary>BM25 of the best sentence, by the question's summed idf.</summary>
    Sentence,

    /// <summary>BM25 of the heading, by the question's summed idf.</summary>
    Heading,

    /// <summary>Share of the question's idf that stands in the passage's own text.</summary>
    InText,

    /// <summary>Whether the passage holds the kind of thing that is wanted.</summary>
    AnswerType,
}

/// <summary>What speaks for one passage: each kind of <see cref="Feature"/>.</summary>
public readonly record struct Evidence(double Class, double Sentence, double Heading, double InText, double AnswerType)
{
    public double this[Feature feature] => feature switch
    {
        Feature.Class => Class,
        Feature.Sentence => Sentence,
        Feature.Heading => Heading,
        Feature.InText => InText,
        Feature.AnswerType => AnswerType,
        _ => throw new ArgumentOutOfRangeException(nameof(feature)),
    };

    /// <summary>The sum of all kinds, each by its weight.</summary>
    public double Weighed(ReadOnlySpan<double> weight)
    {
        var sum = 0.0;
        for (var feature = 0; feature < weight.Length; feature++)
            sum += weight[feature] * this[(Feature)feature];
        return sum;
    }
}

/// <summary>Everything found for a question.</summary>
public sealed record Findings(InterpretedQuestion Question, ImmutableArray<(Passage Passage, Evidence Evidence)> Passages)
{
    /// <summary>Log odds that the statements are silent, by the classifier.</summary>
    public double SilenceOdds { get; init; }

    /// <summary>Subject words that neither the statement nor its sample questions know, as typed.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Share of the question's idf on <see cref="Unknown"/> words, in [0,1].</summary>
    public double UnknownShare { get; init; }

    /// <summary>The place of the sentence of a passage that answers best: asked for where the passage is quoted.</summary>
    public required Func<Passage, int> KeySentence { get; init; }

    /// <summary>The silent subject with the nearest line, and how near that is, in [0,1]: asked for where the statement is silent.</summary>
    public required Func<(string Name, double Likeness)?> SilentSubject { get; init; }

    /// <summary>The question's subject words after spelling correction.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>How the words were read, a line a change: asked for where somebody asks why.</summary>
    public required Func<IReadOnlyList<string>> Readings { get; init; }
}
