using FocBot.Core.Answering;
using FocBot.Search.Analysis;
using FocBot.Search.Ranking;
using Lucene.Net.Search;

namespace FocBot.Search.Searching;

/// <summary>Looks words up literally: "does it mention X?" is answered by the passages that have X, or by none.</summary>
/// <remarks>X may stand there in another form or as a written synonym; a phrase counts more than its words apart.</remarks>
sealed class LookUp(AnalyzedQuery query, QuestionWords words, StatementSearcher searcher)
{
    const double Found = 0.95, Absent = 0.05, Whole = 0.99;

    /// <summary>What was found.</summary>
    /// <param name="IsFound">Whether a passage has the words; null where only sample questions know them, and ranking must decide.</param>
    internal sealed record Finding(bool? IsFound, IReadOnlyList<FoundPassage> Passages)
    {
        /// <summary>The probability that the passages answer, after the look-up.</summary>
        internal double Limit(IReadOnlyList<RankedStatement> found)
        {
            var ranked = found.Count == 0 ? 0 : found[0].Confidence;
            return IsFound switch { true => Math.Max(ranked, Found), false => Math.Min(ranked, Absent), null => ranked };
        }
    }

    /// <summary>Puts the passages that have all the words first.</summary>
    internal Finding Find(IReadOnlyList<FoundPassage> ranked)
    {
        if (query.Subjects.Count == 0)
            return new(null, ranked);
        var phrase = Phrase();
        var holding = ranked.Where(p => p.Coverage >= Whole || phrase.Contains((p.Passage.Id.Statement, p.Passage.Id.Number))).ToList();
        if (holding.Count > 0)
            return new(true, [.. holding.OrderByDescending(p => phrase.Contains((p.Passage.Id.Statement, p.Passage.Id.Number))),
                .. ranked.Where(p => !holding.Contains(p))]);
        return new(words.Unknown.Count > 0 ? false : null, ranked);
    }

    HashSet<(string, int)> Phrase() => query.Subjects.Count < 2 || PassageQuery.Phrase([.. query.Subjects.Select(s => s.Stem)]) is not { } phrase ? []
        : [.. searcher.Search(phrase, 20).ScoreDocs.Select(hit =>
            (searcher.Table.Statements[searcher.Table.StatementOf(hit.Doc)], searcher.Table.PassageOf(hit.Doc)))];
}
