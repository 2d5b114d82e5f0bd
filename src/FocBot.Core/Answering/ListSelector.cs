using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>For a question that wants several passages: which ones belong.</summary>
sealed class ListSelector
{
    const int Most = 11;

    // A passage belongs to the list from this score beside the best one.
    const double Near = 0.2;

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
    internal static bool AsksForAllRecommendations(InterpretedQuestion asked) =>
        asked.English.Contains("recommendations", StringComparison.OrdinalIgnoreCase) && Subjects(asked.English) == 0;

    static int Subjects(string english) => english.ToLowerInvariant()
        .Split([' ', '?', '.', ',', '!', ':'], StringSplitOptions.RemoveEmptyEntries)
        .Count(w => w is not (
            "recommendations" or "list" or "all" or "the" or "of" or "give" or "show" or "me" or "what" or "are" or "which" or "every" or "please"
            or "full" or "complete" or "in" or "statement" or "this" or "to" or "states" or "enumerate" or "name" or "each"
            or "its" or "their" or "does" or "it" or "make" or "contain" or "do" or "they" or "there" or "is" or "a"
            or "i" or "want" or "need" or "can" or "you" or "text"));
}
