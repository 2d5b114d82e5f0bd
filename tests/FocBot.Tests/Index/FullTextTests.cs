using FocBot.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace FocBot.Tests.Index;

/// <summary>Words are scored one by one and added up: that must be what Lucene says of all of them together.</summary>
public sealed class FullTextTests
{
    static readonly Words Cutter = new();

    static readonly Vocabulary Vocabulary = ShippedContent.Finder.Lexicon.Vocabulary;

    [Theory]
    [InlineData("surveillance of citizens by governments")]
    [InlineData("human rights human rights defenders")]
    [InlineData("encryption, anonymity and a word nobody wrote: xqzvw")]
    [InlineData("the role of companies in the security of cyberspace and of States")]
    public void The_sum_is_what_Lucene_gives_the_whole_query(string text)
    {
        var texts = new Sentences(ShippedContent.Catalogue).Texts;
        using var directory = FullText.Write(texts.Select(t => Cutter.Cut(t).Select(Cutter.Stem)));
        using var fullText = new FullText(directory, Vocabulary);
        using var reader = DirectoryReader.Open(directory);
        var lucene = new IndexSearcher(reader) { Similarity = new BM25Similarity() };

        var terms = Cutter.Cut(text).Select(Cutter.Stem).Distinct().Where(stem => Vocabulary.Of(stem) >= 0).Select((stem, i) => (Stem: stem, Weight: 1.0 / (1 + i))).ToList();
        var found = fullText.Find(terms.ConvertAll(t => (Vocabulary.Of(t.Stem), t.Weight)), totalIdf: 1);

        var query = new BooleanQuery();
        terms.ForEach(t => query.Add(new TermQuery(new Term("stems", t.Stem)) { Boost = (float)t.Weight }, Occur.SHOULD));
        var hits = lucene.Search(query, texts.Count).ScoreDocs;
        Assert.NotEmpty(hits);
        Assert.Equal(hits.Length, found.Count(score => score > 0));
        Assert.All(hits, hit => Assert.Equal(hit.Score / 2.2, found[hit.Doc], 4));
    }
}
