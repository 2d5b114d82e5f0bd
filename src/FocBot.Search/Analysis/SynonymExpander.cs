using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Synonym;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace FocBot.Search.Analysis;

/// <summary>Finds the synonyms of a sequence of words, by a file in Solr's format (<c>index/synonyms.txt</c>).</summary>
sealed class SynonymExpander
{
    readonly Analyzer? analyzer;

    /// <param name="lines">"a, b" mean each other; "a => a, b" reads a as b too.</param>
    internal SynonymExpander(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        var parser = new SolrSynonymParser(dedup: true, expand: true, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48));
        using var text = new StringReader(string.Join('\n', lines));
        parser.Parse(text);
        var map = parser.Build();
        analyzer = Analyzer.NewAnonymous((_, reader) =>
        {
            var source = new WhitespaceTokenizer(LuceneVersion.LUCENE_48, reader);
            return new(source, new SynonymFilter(source, map, ignoreCase: true));
        });
    }

    /// <summary>For each word its synonyms, or those of the expression that begins with it.</summary>
    internal List<string>[] Expand(IReadOnlyList<string> words)
    {
        var synonyms = words.Select(_ => new List<string>()).ToArray();
        if (analyzer is null || words.Count == 0)
            return synonyms;
        using var stream = analyzer.GetTokenStream("", string.Join(' ', words));
        var (term, type, step) = (stream.GetAttribute<ICharTermAttribute>(),
            stream.GetAttribute<ITypeAttribute>(), stream.GetAttribute<IPositionIncrementAttribute>());
        stream.Reset();
        for (var place = -1; stream.IncrementToken();)
        {
            place += step.PositionIncrement;
            // A synonym of several words may reach behind the last word.
            if (type.Type == SynonymFilter.TYPE_SYNONYM)
                synonyms[Math.Clamp(place, 0, words.Count - 1)].Add(term.ToString());
        }

        stream.End();
        return synonyms;
    }
}
