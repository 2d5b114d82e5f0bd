using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

public enum VerificationResult
{
    /// <summary>The words stand so, to the letter.</summary>
    Exact,

    /// <summary>Most of them stand so; the changes say what does not.</summary>
    Altered,

    /// <summary>They do not stand there.</summary>
    Absent,
}

/// <summary>What came of comparing quoted words with the statements.</summary>
/// <param name="Passage">Where they stand; null where they don't.</param>
/// <param name="Position">Where in the passage's text they begin.</param>
/// <param name="Changes">A line for every change: what stands there, and what was quoted.</param>
public sealed record Verification(VerificationResult Result, Passage? Passage, int Position, IReadOnlyList<string> Changes)
{
    const int MostWords = 400;
    const double Enough = 0.6;
    const int FewestWords = 4;

    /// <summary>Compares quoted words with every passage.</summary>
    public static Verification Of(Catalogue catalogue, string quoted)
    {
        var words = Words(quoted);
        if (words.Count == 0)
            return new(VerificationResult.Absent, null, 0, []);
        var best = catalogue.Statements.SelectMany(s => s.Passages).Select(p => (Passage: p, Text: Words(p.Text)))
            .Select(p => (p.Passage, p.Text, Pairs: Common(p.Text, words))).MaxBy(p => (p.Pairs.Count, -Span(p.Pairs)));
        if (best.Pairs.Count == 0)
            return new(VerificationResult.Absent, null, 0, []);
        var (from, to) = (best.Pairs[0].Text, best.Pairs[^1].Text);
        if (best.Pairs.Count == words.Count && to - from + 1 == words.Count)
        {
            var changes = Enumerable.Range(0, words.Count).Where(i => words[i].Typed != best.Text[from + i].Typed && !IsEdge(i, words, best.Text[from + i].Typed))
                .Select(i => Change(best.Text[from + i].Typed, words[i].Typed)).ToList();
            return new(changes.Count == 0 ? VerificationResult.Exact : VerificationResult.Altered, best.Passage, best.Text[from].Position, changes);
        }

        return best.Pairs.Count < Enough * words.Count || best.Pairs.Count < FewestWords
            ? new(VerificationResult.Absent, null, 0, [])
            : new(VerificationResult.Altered, best.Passage, best.Text[from].Position, Changed(best.Text, words, best.Pairs));
    }

    // A quotation may begin and end inside a sentence: its first capital and its last mark are the writer's.
    static bool IsEdge(int i, List<(string Plain, string Typed, int Position)> words, string text) =>
        (i == words.Count - 1 && words[i].Typed.TrimEnd('.', ',', ';', ':') == text.TrimEnd('.', ',', ';', ':'))
        || (i == 0 && string.Equals(words[i].Typed, text, StringComparison.OrdinalIgnoreCase));

    static List<string> Changed(List<(string Plain, string Typed, int Position)> text, List<(string Plain, string Typed, int Position)> quoted, List<(int Text, int Quoted)> pairs)
    {
        var changes = new List<string>();
        var (t, q) = (pairs[0].Text, 0);
        foreach (var (nextText, nextQuoted) in pairs.Append((pairs[^1].Text + 1, quoted.Count)))
        {
            if (nextText > t || nextQuoted > q)
                changes.Add(Change(Join(text, t, nextText), Join(quoted, q, nextQuoted)));
            (t, q) = (nextText + 1, nextQuoted + 1);
        }

        return changes;

        static string Join(List<(string Plain, string Typed, int Position)> words, int from, int to) => string.Join(' ', words.Skip(from).Take(Math.Max(0, to - from)).Select(w => w.Typed));
    }

    static string Change(string stands, string quoted) =>
        stands.Length == 0 ? $"“{quoted}” does not stand there."
        : quoted.Length == 0 ? $"“{stands}” is left out."
        : $"The text has “{stands}”, not “{quoted}”.";

    // Longest common subsequence of words: which word of the text answers to which of the quotation.
    static List<(int Text, int Quoted)> Common(List<(string Plain, string Typed, int Position)> text, List<(string Plain, string Typed, int Position)> quoted)
    {
        var length = Enumerable.Range(0, text.Count + 1).Select(_ => new int[quoted.Count + 1]).ToArray();
        for (var i = text.Count - 1; i >= 0; i--)
        {
            for (var j = quoted.Count - 1; j >= 0; j--)
                length[i][j] = text[i].Plain == quoted[j].Plain ? length[i + 1][j + 1] + 1 : Math.Max(length[i + 1][j], length[i][j + 1]);
        }

        return Tightest(text, quoted, length);
    }

    // Of all longest ones the one that begins latest, so that a stray early word does not stretch it.
    static List<(int Text, int Quoted)> Tightest(List<(string Plain, string Typed, int Position)> text, List<(string Plain, string Typed, int Position)> quoted, int[][] length)
    {
        var pairs = new List<(int, int)>();
        var start = 0;
        while (start + 1 < text.Count && length[start + 1][0] == length[0][0])
            start++;
        for (int i = start, j = 0; i < text.Count && j < quoted.Count;)
        {
            if (text[i].Plain == quoted[j].Plain)
                pairs.Add((i++, j++));
            else if (length[i + 1][j] >= length[i][j + 1])
                i++;
            else
                j++;
        }

        return pairs;
    }

    static int Span(List<(int Text, int Quoted)> pairs) => pairs.Count == 0 ? 0 : pairs[^1].Text - pairs[0].Text;

    static List<(string Plain, string Typed, int Position)> Words(string text)
    {
        var words = new List<(string, string, int)>();
        for (var at = 0; at < text.Length && words.Count < MostWords;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            var plain = text[at..end].Trim('"', '“', '”', '\'', '.', ',', ';', ':', '(', ')', '‘', '’', '–', '-').ToLowerInvariant();
            if (plain.Length > 0)
                words.Add((plain, text[at..end].Replace('’', '\''), at));
            at = end + 1;
        }

        return words;
    }
}
