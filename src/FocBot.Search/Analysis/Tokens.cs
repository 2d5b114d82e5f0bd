using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace FocBot.Search.Analysis;

/// <summary>Reads token streams as Lucene's contract asks: reset, increment, end, dispose.</summary>
static class Tokens
{
    /// <summary>The terms of a text, in order; at most <paramref name="most"/>, none longer than 40 characters.</summary>
    internal static List<string> Tokenize(this Analyzer analyzer, string text, int most = 400)
    {
        const int longest = 40;
        var terms = new List<string>();
        using var stream = analyzer.GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (terms.Count < most && stream.IncrementToken())
        {
            if (term.Length <= longest)
                terms.Add(term.ToString());
        }

        stream.End();
        return terms;
    }
}
