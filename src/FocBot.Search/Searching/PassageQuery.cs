using FocBot.Search.Analysis;
using FocBot.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace FocBot.Search.Searching;

/// <summary>The Lucene queries of a question, one for each kind of text. Each is null where the question has nothing to search for.</summary>
/// <remarks>Built from analyzed terms: the classic QueryParser throws on what people type.</remarks>
static class PassageQuery
{
    /// <summary>A word pair that stands together says more than its words apart.</summary>
    const float PairBoost = 0.5f;

    internal static Query? Passages(AnalyzedQuery query) => WithPairs(query, FieldNames.PassageText);

    internal static Query? Headings(AnalyzedQuery query) => Terms(query, FieldNames.Heading);

    internal static Query? Sentences(AnalyzedQuery query) => WithPairs(query, FieldNames.SentenceText);

    internal static Query? SampleQuestions(AnalyzedQuery query) => Terms(query, FieldNames.SampleText);

    internal static Query? SilentQuestions(AnalyzedQuery query) => Terms(query, FieldNames.SilentText);

    /// <summary>Subject words in their order, as a phrase, in passages.</summary>
    internal static Query? Phrase(IReadOnlyList<string> stems)
    {
        if (stems.Count < 2)
            return stems is [var only] ? new TermQuery(new Term(FieldNames.PassageText("en"), only)) : null;
        var phrase = new PhraseQuery { Slop = 1 };
        foreach (var stem in stems)
            phrase.Add(new Term(FieldNames.PassageText("en"), stem));
        return phrase;
    }

    // The English reading is searched for in English texts, the words as typed in texts of their language.
    static BooleanQuery? Terms(AnalyzedQuery query, Func<string, string> fieldOf)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var (stem, weight) in query.Terms)
            any.Add(new TermQuery(new Term(fieldOf("en"), stem)) { Boost = (float)weight }, Occur.SHOULD);
        foreach (var term in query.NativeTerms)
            any.Add(new TermQuery(new Term(fieldOf(query.NativeLanguage), term)), Occur.SHOULD);
        return any.Clauses.Count == 0 ? null : any;
    }

    static BooleanQuery? WithPairs(AnalyzedQuery query, Func<string, string> fieldOf)
    {
        var any = Terms(query, fieldOf);
        foreach (var (first, second) in query.Subjects.Take(AnalyzedQuery.MaxTerms)
            .Zip(query.Subjects.Skip(1)).Where(pair => pair.First.Weight == pair.Second.Weight))
            any?.Add(Pair(fieldOf("en"), first.Stem, second.Stem), Occur.SHOULD);
        return any;
    }

    static PhraseQuery Pair(string field, string first, string second)
    {
        var pair = new PhraseQuery { Slop = 1, Boost = PairBoost };
        pair.Add(new Term(field, first));
        pair.Add(new Term(field, second));
        return pair;
    }
}
