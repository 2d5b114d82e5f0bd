using FocBot.Core.Statements;

namespace FocBot.Core.Quotations;

public enum QuotationResult
{
    /// <summary>Every word stands so, in this order, and none is missing but where the quotation marks it.</summary>
    Exact,

    /// <summary>Most words stand so; the changes say what does not.</summary>
    Altered,

    /// <summary>They do not stand there.</summary>
    Absent,
}

/// <summary>What came of comparing quoted words with the statements.</summary>
/// <param name="Passage">Where they stand; null where they don't.</param>
/// <param name="Position">Where in the passage's text they begin.</param>
/// <param name="Changes">A line for every change: what stands there, and what was quoted.</param>
/// <param name="Notes">What differs besides words, or is left out as marked: a line each.</param>
public sealed record VerifiedQuotation(QuotationResult Result, Passage? Passage, int Position, IReadOnlyList<string> Changes, IReadOnlyList<string> Notes)
{
    /// <summary>Whether every word is the same, and only marks inside the quotation differ.</summary>
    public bool OnlyMarks { get; init; }
}

/// <summary>Compares quoted words with the statements, word by word. An inserted, deleted or exchanged word is never called exact.</summary>
/// <remarks>Capitals, forms of quotation marks and dashes, marks at the ends, "[t]his" and marked omissions are the writer's, as in any edited text.</remarks>
public static class QuotationVerifier
{
    const int FewestWords = 4;

    /// <summary>Passages that share the most words are aligned; the others cannot be nearer.</summary>
    const int Candidates = 12;

    /// <summary>With fewer of its words than this share it is another sentence.</summary>
    const double FewestSame = 0.6;

    static readonly VerifiedQuotation Absent = new(QuotationResult.Absent, null, 0, [], []);

    /// <summary>Finds the passage that the quotation comes from, and every difference.</summary>
    /// <param name="statements">Where to look.</param>
    /// <param name="quotation">The words exactly as typed, of any length.</param>
    public static VerifiedQuotation Verify(IEnumerable<Statement> statements, string quotation)
    {
        var quoted = QuotedWords.OfQuotation(quotation);
        if (quoted.Count == 0)
            return Absent;
        var known = quoted.Where(w => !w.IsGap).Select(w => w.Plain).ToHashSet(StringComparer.Ordinal);
        var found = statements.SelectMany(s => s.Passages).Select(p => (Passage: p, Text: QuotedWords.OfText(p.Text)))
            .OrderByDescending(p => p.Text.Select(w => w.Plain).Distinct().Count(known.Contains)).Take(Candidates)
            .Select(p => (p.Passage, p.Text, Aligned: WordAlignment.Of(p.Text, quoted))).MinBy(p => p.Aligned.Cost);
        if (found.Passage is null || !IsNear(found.Aligned, quoted))
            return Absent;
        var position = found.Aligned.Start < found.Text.Count ? found.Text[found.Aligned.Start].Position : 0;
        if (found.Aligned.Changes.Count > 0)
            return new(QuotationResult.Altered, found.Passage, position, [.. found.Aligned.Changes.Select(Line)], []);
        var marks = Punctuation(found.Text, quoted, found.Aligned).ToList();
        return marks.Count > 0
            ? new(QuotationResult.Altered, found.Passage, position, marks, []) { OnlyMarks = true }
            : new(QuotationResult.Exact, found.Passage, position, [], [.. Notes(found.Text, quoted, found.Aligned)]);
    }

    static bool IsNear(WordAlignment aligned, List<QuotedWord> quoted) =>
        aligned.Cost == 0 || (aligned.Same >= FewestWords && aligned.Same >= FewestSame * quoted.Count(w => !w.IsGap));

    static string Line(WordChange change) => change switch
    {
        { Text: "" } => $"“{Bare(change.Quoted)}” does not stand at that place.",
        { Quoted: "" } => $"“{Bare(change.Text)}” is left out.",
        _ => $"The text has “{Bare(change.Text)}”, not “{Bare(change.Quoted)}”.",
    };

    static string Bare(string words) => words.Trim('.', ',', ';', ':', '"');

    // Inside a quotation its marks count; what ends it, or stands beside a gap, is the writer's.
    static IEnumerable<string> Punctuation(List<QuotedWord> text, List<QuotedWord> quoted, WordAlignment aligned)
    {
        for (var i = 0; i + 1 < aligned.Pairs.Count; i++)
        {
            var (t, q) = aligned.Pairs[i];
            var differs = aligned.Pairs[i + 1].Quoted == q + 1 && Inner(text[t].Typed) != Inner(quoted[q].Typed);
            if (differs)
                yield return $"The text has “{text[t].Typed}”, not “{quoted[q].Typed}”.";
        }
    }

    static string Inner(string typed) => typed.Trim('"', '\'', '[', ']', '*', '_').ToLowerInvariant();

    static IEnumerable<string> Notes(List<QuotedWord> text, List<QuotedWord> quoted, WordAlignment aligned)
    {
        for (var i = 0; i + 1 < aligned.Pairs.Count; i++)
        {
            var ((from, q), (to, nextQuoted)) = (aligned.Pairs[i], aligned.Pairs[i + 1]);
            if (nextQuoted > q + 1 && to > from + 1)
                yield return $"Left out, as marked: “{string.Join(' ', text.Skip(from + 1).Take(to - from - 1).Select(w => w.Typed))}”.";
        }

        if (aligned.Pairs.Skip(1)
            .Any(p => Inner(text[p.Text].Typed) == Inner(quoted[p.Quoted].Typed) && Letters(text[p.Text].Typed) != Letters(quoted[p.Quoted].Typed)))
            yield return "Capital letters differ from the text.";
    }

    static string Letters(string typed) => string.Concat(typed.Where(char.IsLetter));
}
