using System.Collections.Frozen;
using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>For a question that wants several passages: which ones belong.</summary>
sealed class ListSelector
{
    const int Most = 11;

    // A passage belongs to the list from this score beside the best one.
    const double Near = 0.2;

    static readonly FrozenSet<string> recommendations = Set("recommendations recommendation recs"),
        points = Set("point points demand demands ask asks proposal proposals request requests action actions"),
        all = Set("list all every full complete each enumerate"),
        asking = Set("the of give show me what are which please in statement this to for states state governments name its their does it make contain do "
            + "they there is a an i want need can you text");

    /// <summary>The passages that belong, best first; null where one passage answers.</summary>
    internal List<FoundPassage>? Read(InterpretedQuestion asked, IReadOnlyList<FoundPassage> ranked, Catalogue catalogue)
    {
        if (AsksForAllRecommendations(asked))
            return [.. ranked.Where(r => r.Passage.Kind == PassageKind.Recommendation && r.Passage.Id.Statement == ranked[0].Passage.Id.Statement)
                .OrderBy(r => r.Passage.Id.Number)];
        if (asked.AnswerType != AnswerType.List)
            return null;
        var recommended = asked.English.Contains("recommend", StringComparison.OrdinalIgnoreCase);
        var belong = ranked.Where(r => !recommended || r.Passage.Kind == PassageKind.Recommendation || r == ranked[0])
            .Take(Most).TakeWhile(r => r.Score >= Near).ToList();
        return belong.Count < 2 ? null : belong;
    }

    /// <summary>Whether all recommendations are asked for, in whatever words of asking: then there is no doubt.</summary>
    internal static bool AsksForAllRecommendations(InterpretedQuestion asked)
    {
        var words = asked.English.ToLowerInvariant().Split([' ', '?', '.', ',', '!', ':'], StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(words, w => recommendations.Contains(w) || points.Contains(w) || all.Contains(w) || asking.Contains(w))
            && (words.Contains("recommendations") || (words.Any(points.Contains) && words.Any(all.Contains)));
    }

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
