using FocBot.Core.Statements;
using FocBot.Search.Ranking;

namespace FocBot.Tests.Index;

/// <summary>What the silence of a statement with sample questions says about one without.</summary>
public sealed class SharedSilenceTests
{
    [Theory]
    // The nearer text is silent: so is the other.
    [InlineData(0.1, 0.7, 0.6, 0.2)]
    // Its own text is the nearer one: it speaks for itself.
    [InlineData(0.1, 0.5, 0.6, 1)]
    // The nearer one answers: nothing is said about the other.
    [InlineData(0.8, 0.7, 0.6, 1)]
    public void The_nearer_text_that_is_silent_speaks_for_the_other(double itsProbability, double itsNearness, double nearness, double expected)
    {
        var (sampled, bare) = (Ranked("sampled", itsProbability, itsNearness, hasSamples: true), Ranked("bare", 0.9, nearness, hasSamples: false));
        Assert.Equal(expected, SharedSilence.Of(bare, [sampled, bare]), 3);
        Assert.Equal(1, SharedSilence.Of(sampled, [sampled, bare]));
    }

    static RankedStatement Ranked(string id, double probability, double nearness, bool hasSamples)
    {
        var front = new FrontMatter(id, id, id, "Nobody", "N", "2020", "en");
        var passage = new Passage(new(id, 1), PassageKind.Paragraph, "Keep a light.", null, front);
        var statement = new Statement(front, [passage]) { Lines = hasSamples ? [new([passage.Id], "who keeps it", [], "en")] : [] };
        var evidence = new StatementEvidence(statement) { HasVectors = true };
        evidence.Of(1)[Feature.SentenceVector] = nearness;
        return new(evidence, [(evidence.Of(1), 1)], probability);
    }
}
