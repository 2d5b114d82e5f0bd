using FocBot.Core.Answering;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace FocBot.Search;

/// <summary>Cuts text into words and words into stems, the same way for the shelf and for questions.</summary>
sealed class Words
{
    /// <summary>Changes whenever the same text would give other words: old indexes are then built anew.</summary>
    internal const string Version = "11";

    const int MaxWords = 400;
    const int MaxWordLength = 40;

    readonly Analyzer cutter = Analyzer.NewAnonymous((_, reader) =>
    {
        var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        return new TokenStreamComponents(source, new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, new LowerCaseFilter(LuceneVersion.LUCENE_48, source)));
    });

    readonly Analyzer stemmer = Analyzer.NewAnonymous((_, reader) =>
    {
        var source = new KeywordTokenizer(reader);
        return new TokenStreamComponents(source, new PorterStemFilter(source));
    });

    /// <summary>The words in order, lower case, without accents and possessive endings; at most 400.</summary>
    internal List<string> Cut(string text) => Run(cutter, Accents.Off(text));

    /// <summary>The stem of a lower-case word.</summary>
    internal string Stem(string word) => Run(stemmer, word) is [var one] ? one : word;

    static List<string> Run(Analyzer analyzer, string text)
    {
        var words = new List<string>();
        using var stream = analyzer.GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (words.Count < MaxWords && stream.IncrementToken())
        {
            if (term.Length <= MaxWordLength)
                words.Add(term.ToString());
        }

        stream.End();
        return words;
    }
}
