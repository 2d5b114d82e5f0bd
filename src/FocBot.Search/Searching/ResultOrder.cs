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
        var best = found[0].Probability;
        var first = found.Where(s => s.Probability >= AlsoAnswers * best).Select(s => Found(s, 0, best)).ToList();
        var rest = found.SelectMany(s => Enumerable.Range(0, s.Passages.Count).Select(i => Found(s, i, best)))
            .OrderByDescending(p => p.Score).Where(p => first.TrueForAll(f => f.Passage != p.Passage));
        return [.. first.Concat(rest).Take(MaxPassages)];
    }

    static FoundPassage Found(RankedStatement statement, int place, double best)
    {
        var evidence = statement.Passages[place].Evidence;
        var key = Array.IndexOf(evidence.Sentences, evidence.Sentences.Max());
        var beside = best > 0 ? statement.Probability / best : 1;
        return new(evidence.Passage, beside * Share(statement, place), evidence[Feature.InText], key);
    }

    static double Share(RankedStatement statement, int place) => Math.Exp(statement.Passages[place].Score - statement.Passages[0].Score);
}
