using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace FocBot.Search.Analysis;

/// <summary>StandardAnalyzer without stop words, with <see cref="WordBoundaries"/> in front and possessives and accents taken off.</summary>
sealed class WordAnalyzer : Analyzer
{
    protected override TextReader InitReader(string fieldName, TextReader reader) => WordBoundaries.Mark(reader);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        return new(source, Words(source));
    }

    internal static TokenStream Words(TokenStream source) =>
        new ASCIIFoldingFilter(new LowerCaseFilter(LuceneVersion.LUCENE_48, new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, source)));
}

/// <summary>EnglishAnalyzer with <see cref="WordBoundaries"/> in front, accents folded, and stop words that keep "no" and "not".</summary>
sealed class EnglishStemAnalyzer : Analyzer
{
    static readonly CharArraySet StopWords = new(LuceneVersion.LUCENE_48,
        ["a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "of", "on", "or", "such",
            "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with"], ignoreCase: false);

    protected override TextReader InitReader(string fieldName, TextReader reader) => WordBoundaries.Mark(reader);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        return new(source, new PorterStemFilter(new StopFilter(LuceneVersion.LUCENE_48, WordAnalyzer.Words(source), StopWords)));
    }
}

/// <summary>A stock analyzer with <see cref="WordBoundaries"/> in front.</summary>
sealed class NormalizingAnalyzer(Analyzer stock) : AnalyzerWrapper(stock.Strategy)
{
    protected override Analyzer GetWrappedAnalyzer(string fieldName) => stock;

    protected override TextReader WrapReader(string fieldName, TextReader reader) => WordBoundaries.Mark(reader);
}
