using System.Numerics;

namespace FocBot.Search;

/// <summary>Reads a misspelt word as the shelf's nearest one; leaves every known word alone.</summary>
sealed class Speller
{
    const int Shortest = 4, Longest = 24, AskingWeight = 50;

    readonly Func<string, bool> isKnown;
    readonly List<(string Word, uint Letters, int Weight, bool IsAsking)> words;

    /// <param name="shelfWords">The words to read others as, and how often each stands on the shelf.</param>
    /// <param name="askingWords">Words of asking, which are read first of all.</param>
    /// <param name="isKnown">Whether a word is a word.</param>
    internal Speller(IEnumerable<KeyValuePair<string, int>> shelfWords, IReadOnlySet<string> askingWords, Func<string, bool> isKnown)
    {
        this.isKnown = isKnown;
        words = [.. askingWords.Where(w => w.Length >= Shortest - 1).Select(w => (w, LettersOf(w), AskingWeight, true))];
        words.AddRange(shelfWords.Where(w => w.Key.Length is >= Shortest - 1 and <= Longest + 2 && !askingWords.Contains(w.Key)).Select(w => (w.Key, LettersOf(w.Key), w.Value, false)));
    }

    /// <summary>Whether the word is a word.</summary>
    internal bool Knows(string word) => isKnown(word);

    /// <summary>The word to read; <paramref name="word"/> itself where it is known or nothing is near.</summary>
    internal string Read(string word)
    {
        if (word.Length is < Shortest - 1 or > Longest || isKnown(word) || word.Any(c => !char.IsLetter(c) || c > '\u024F'))
            return word;
        // A word of three letters is read as a word of asking only, and by its first letter.
        var (most, letters) = (word.Length < 6 ? 1 : 2, LettersOf(word));
        (string Word, int Distance, bool IsSameStart, int Weight)? best = null;
        foreach (var (candidate, its, weight, isAsking) in words)
        {
            var allowed = isAsking ? Math.Min(most, 1 + (word.Length / 6)) : word.Length < Shortest ? 0 : most;
            // An edit changes at most two of the letters that a word has at all: most words are out by that.
            if (Math.Abs(candidate.Length - word.Length) > allowed || BitOperations.PopCount(letters ^ its) > 2 * allowed)
                continue;
            var distance = Distance(candidate, word);
            var isSameStart = candidate[0] == word[0];
            if (distance > allowed || (!isSameStart && (distance > 1 || word.Length < Shortest)))
                continue;
            // The nearest, then one that begins alike, then the more frequent one, then the first in order.
            if (best is not { } b || (distance, isSameStart ? 0 : 1, -weight, candidate).CompareTo((b.Distance, b.IsSameStart ? 0 : 1, -b.Weight, b.Word)) < 0)
                best = (candidate, distance, isSameStart, weight);
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
