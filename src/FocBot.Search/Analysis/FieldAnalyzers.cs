using FocBot.Search.Indexing;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Util;

namespace FocBot.Search.Analysis;

/// <summary>Which analyzer each field has: text fields by language, one field of unstemmed words.</summary>
static class FieldAnalyzers
{
    const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>Languages with an analyzer of their own; text in any other language gets <see cref="Generic"/>.</summary>
    internal static readonly IReadOnlyDictionary<string, Analyzer> ByLanguage = new Dictionary<string, Analyzer>(StringComparer.Ordinal)
    {
        ["en"] = new EnglishStemAnalyzer(),
        ["fr"] = new NormalizingAnalyzer(new FrenchAnalyzer(Version)),
        ["es"] = new NormalizingAnalyzer(new SpanishAnalyzer(Version)),
        ["de"] = new NormalizingAnalyzer(new GermanAnalyzer(Version)),
        ["pt"] = new NormalizingAnalyzer(new PortugueseAnalyzer(Version)),
        ["ru"] = new NormalizingAnalyzer(new RussianAnalyzer(Version)),
        ["ar"] = new NormalizingAnalyzer(new ArabicAnalyzer(Version)),
        ["zh"] = new NormalizingAnalyzer(new CJKAnalyzer(Version)),
    };

    /// <summary>Words in lower case, neither stemmed nor stopped.</summary>
    internal static readonly Analyzer Words = new WordAnalyzer();

    /// <summary>For languages without an analyzer of their own.</summary>
    internal static readonly Analyzer Generic = Words;

    /// <summary>The table that the index is written with.</summary>
    internal static readonly Analyzer All = new PerFieldAnalyzerWrapper(Generic, ByLanguage
        .SelectMany(language => FieldNames.TextFields(language.Key).Select(field => (field, language.Value)))
        .ToDictionary(pair => pair.field, pair => pair.Value));

    internal static Analyzer Of(string language) => ByLanguage.GetValueOrDefault(language, Generic);
}
