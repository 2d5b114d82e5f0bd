using FocBot.Search.Analysis;
using FocBot.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace FocBot.Search.Searching;

/// <summary>Names the subject that a question asks for and no statement speaks of.</summary>
static class SilentSubjects
{
    const int Nearest = 10;

    // Half of a subject's words must stand in the question.
    const double Enough = 0.5;

    /// <summary>The subject of the nearest silent question whose own words the question has and no text has; null where there is none.</summary>
    /// <remarks>A subject that lists several things is no name for one of them.</remarks>
    internal static string? Named(AnalyzedQuery query, StatementSearcher searcher)
    {
        if (query.NativeLanguage != "en" || PassageQuery.SilentQuestions(query) is not { } silent)
            return null;
        var asked = query.Subjects.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        return searcher.Search(silent, Nearest).ScoreDocs
            .Select(hit => searcher.Doc(hit.Doc, new HashSet<string> { FieldNames.Subject })
                .Get(FieldNames.Subject, System.Globalization.CultureInfo.InvariantCulture))
            .OfType<string>().Where(name => name.Length > 0 && !name.Contains(',', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
            .FirstOrDefault(name => IsNamed(name, asked, searcher.Vocabulary));
    }

    static bool IsNamed(string name, HashSet<string> asked, Vocabulary vocabulary)
    {
        var own = FieldAnalyzers.Words.Tokenize(name).Where(w => !vocabulary.IsFunctionWord(w)).SelectMany(w => FieldAnalyzers.Of("en").Tokenize(w)).ToList();
        return own.Count(asked.Contains) >= Enough * own.Count && own.Exists(stem => asked.Contains(stem) && !vocabulary.HasStem(stem));
    }
}
