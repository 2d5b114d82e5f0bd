using System.Numerics;

namespace FocBot.Search;

/// <summary>Reads a misspelt word as the shelf's nearest one; leaves every known word alone.</summary>
sealed class Speller
{
    const int Shortest = 4, Longest = 24, AskingWeight = 50, MostEdits = 2;

    // By length: an edit or two leaves a word nearly as long as it was.
    readonly (uint[] Letters, (string Word, int Weight, bool IsAsking)[] Words)[] lengths;

    /// <param name="vocabulary">The words to read others as: the more often one stands on the shelf the better.</param>
    /// <param name="askingWords">Words of asking, which are read first of all.</param>
    internal Speller(Vocabulary vocabulary, IReadOnlySet<string> askingWords)
    {
        var words = askingWords.Select(word => (Word: word, Weight: AskingWeight, IsAsking: true))
            .Concat(vocabulary.Words.Where(w => w.English > 0 && !askingWords.Contains(w.Text)).Select(w => (Word: w.Text, Weight: w.English, IsAsking: false)))
            .ToLookup(w => w.Word.Length);
        lengths = [.. Enumerable.Range(0, Longest + MostEdits + 1).Select(length => length < Shortest - 1 ? ([], [])
            : (words[length].Select(w => LettersOf(w.Word)).ToArray(), words[length].ToArray()))];
    }

    /// <summary>Whether there is anything to mend: a number or a very long word is read as it stands.</summary>
    internal static bool CanRead(string word)
    {
        if (word.Length is < Shortest - 1 or > Longest)
            return false;
        foreach (var c in word)
        {
            if (!char.IsLetter(c) || c > '\u024F')
                return false;
        }

        return true;
    }

    /// <summary>The word nearest to one that is not known; <paramref name="word"/> itself where nothing is near.</summary>
    internal string Read(string word)
    {
        var (most, letters) = (word.Length < 6 ? 1 : MostEdits, LettersOf(word));
        (string Word, int Distance, bool IsSameStart, int Weight)? best = null;
        for (var length = word.Length - most; length <= word.Length + most; length++)
        {
            // An edit changes at most two of the letters that a word has at all: most words are out by that.
            var (its, words) = lengths[length];
            for (var i = 0; i < its.Length; i++)
            {
                if (BitOperations.PopCount(letters ^ its[i]) > 2 * most)
                    continue;
                var (candidate, weight, isAsking) = words[i];
                var isSameStart = candidate[0] == word[0];
                // Few mistype the first letter; a word of three letters is read as a word of asking only.
                var allowed = isAsking ? Math.Min(most, 1 + (word.Length / 6)) : word.Length < Shortest ? 0 : most;
                allowed = isSameStart ? allowed : word.Length < Shortest ? 0 : Math.Min(1, allowed);
                if (allowed < Math.Abs(length - word.Length) || BitOperations.PopCount(letters ^ its[i]) > 2 * allowed || Distance(candidate, word, allowed) is var distance && distance > allowed)
                    continue;
                // The nearest, then one that begins alike, then the more frequent one, then the first in order.
                if (best is not { } b || (distance, isSameStart ? 0 : 1, -weight, candidate).CompareTo((b.Distance, b.IsSameStart ? 0 : 1, -b.Weight, b.Word)) < 0)
                    best = (candidate, distance, isSameStart, weight);
            }
        }

        return best?.Word ?? word;
    }

    static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var c in word)
            letters |= 1u << (c % 32);
        return letters;
    }

    /// <summary>Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. Beyond <paramref name="most"/> only that it is more.</summary>
    internal static int Distance(string a, string b, int most = int.MaxValue)
    {
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        var least = 0;
        for (var i = 1; i <= a.Length; i++)
        {
            var leastBefore = least;
            now[0] = least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }

            // A swap reaches two rows back.
            if (least > most && leastBefore >= most)
                return least;

            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        return last[b.Length];
    }
}
