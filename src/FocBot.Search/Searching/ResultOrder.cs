using FocBot.Core.Answering;
using FocBot.Search.Ranking;

namespace FocBot.Search.Searching;

/// <summary>Puts the passages of several statements into one order.</summary>
static class ResultOrder
{
    const int MaxPassages = 40;

    // A second statement's best passage is shown early where it answers nearly as probably.
    const double AlsoAnswers = 0.5;

    /// <summary>The best passage of each statement that answers, then all others by how probably they answer.</summary>
    internal static List<FoundPassage> Of(IReadOnlyList<RankedStatement> found)
    {
        if (found.Count == 0)
            return [];
        var first = found.Where(s => s.Probability >= AlsoAnswers * found[0].Probability).Select(s => Found(s, 0)).ToList();
        var rest = found.SelectMany(s => Enumerable.Range(0, s.Passages.Count).Select(i => (Found: Found(s, i), Probability: s.Probability * Share(s, i))))
            .OrderByDescending(p => p.Probability).Select(p => p.Found).Where(p => first.TrueForAll(f => f.Passage != p.Passage));
        return [.. first.Concat(rest).Take(MaxPassages)];
    }

    static FoundPassage Found(RankedStatement statement, int place)
    {
        var evidence = statement.Passages[place].Evidence;
        var key = Array.IndexOf(evidence.Sentences, evidence.Sentences.Max());
        return new(evidence.Passage, Share(statement, place), evidence[Feature.InText], key);
    }

    static double Share(RankedStatement statement, int place) => Math.Exp(statement.Passages[place].Score - statement.Passages[0].Score);
}
