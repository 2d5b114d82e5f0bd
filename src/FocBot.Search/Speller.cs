using Lucene.Net.Index;
using Lucene.Net.Search;

namespace FocBot.Search;

/// <summary>Reads a misspelt word as the shelf's nearest one; leaves every known word alone.</summary>
sealed class Speller(IndexReader rows, IndexReader sentences, Func<string, bool> isKnown, IEnumerable<string> askingWords)
{
    const int Shortest = 4, Longest = 24;

    readonly HashSet<string> asking = [.. askingWords.Where(w => w.Length >= 3)];

    /// <summary>Whether the word is a word.</summary>
    internal bool Knows(string word) => isKnown(word);

    /// <summary>The word to read; <paramref name="word"/> itself where it is known or nothing is near.</summary>
    internal string Read(string word)
    {
        if (word.Length is < Shortest or > Longest || isKnown(word) || word.Any(c => !char.IsLetter(c) || c > '\u024F'))
            return word.Length == 3 && !isKnown(word) && asking.FirstOrDefault(a => Distance(a, word) == 1 && a[0] == word[0]) is { } short3 ? short3 : word;
        var most = word.Length < 6 ? 1 : 2;
        var best = asking.Select(a => (Word: a, Distance: Distance(a, word), Weight: 50)).Where(c => c.Distance <= Math.Min(most, 1 + (word.Length / 6)))
            .Concat(Near(rows, word, most)).Concat(Near(sentences, word, most))
            .Where(c => c.Word[0] == word[0] || c.Distance == 1)
            .OrderBy(c => c.Distance).ThenByDescending(c => c.Word[0] == word[0]).ThenByDescending(c => c.Weight).ThenBy(c => c.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Word ?? word;
    }

    IEnumerable<(string Word, int Distance, int Weight)> Near(IndexReader reader, string word, int most)
    {
        if (MultiFields.GetTerms(reader, Field.Raw) is not { } terms)
            yield break;
        var near = new FuzzyTermsEnum(terms, new Lucene.Net.Util.AttributeSource(), new Term(Field.Raw, word), most, 0, transpositions: true);
        while (near.MoveNext())
        {
            var found = near.Term.Utf8ToString();
            if (found.Length >= Shortest - 1)
                yield return (found, Distance(found, word), near.DocFreq);
        }
    }

    /// <summary>Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours.</summary>
    internal static int Distance(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        return last[b.Length];
    }
}
