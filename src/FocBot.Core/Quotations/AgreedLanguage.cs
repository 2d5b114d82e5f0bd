using FocBot.Core.Statements;

namespace FocBot.Core.Quotations;

/// <summary>A sentence of a statement that is worded like a draft.</summary>
/// <param name="Sentence">The sentence, as a span of the passage's text.</param>
/// <param name="Marked">The sentence; the words that the draft has not, or has otherwise, stand in [brackets].</param>
/// <param name="Likeness">The share of the draft's words that it has, rare words counting more; in [0,1].</param>
sealed record PriorWording(Passage Passage, TextSpan Sentence, string Marked, double Likeness);

/// <summary>Finds earlier wording near a sentence that somebody drafts.</summary>
static class AgreedLanguage
{
    const int Most = 6;

    // Of the draft's words, and of what the nearest sentence has of them: beside a sentence with all, those with a common beginning alone are no find.
    const double Near = 0.4, BesideNearest = 0.6;

    /// <summary>The nearest sentences, at most one a passage, the oldest first.</summary>
    internal static IReadOnlyList<PriorWording> Find(IReadOnlyList<Statement> statements, string draft)
    {
        var words = QuotedWords.OfQuotation(draft);
        var wanted = words.Where(w => !w.IsGap).Select(w => w.Plain).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
            return [];
        var sentences = (from statement in statements
                         from passage in statement.Passages
                         from span in passage.Sentences
                         select (Passage: passage, Span: span, Words: QuotedWords.OfText(span.Of(passage.Text)))).ToList();
        var sentencesWith = sentences.SelectMany(s => s.Words.Select(w => w.Plain).Distinct())
            .Where(wanted.Contains).CountBy(w => w).ToDictionary(StringComparer.Ordinal);
        var weights = wanted.ToDictionary(w => w, w =>
            Math.Log(1 + ((double)sentences.Count / (1 + sentencesWith.GetValueOrDefault(w)))), StringComparer.Ordinal);
        var total = weights.Values.Sum();
        var near = sentences.Select(s =>
                (s.Passage, s.Span, s.Words, Likeness: s.Words.Select(w => w.Plain).Distinct().Where(wanted.Contains).Sum(w => weights[w]) / total))
            .Where(s => s.Likeness >= Near)
            .OrderByDescending(s => s.Likeness).ThenBy(s => s.Words.Count)
            .DistinctBy(s => s.Passage.Id).Take(Most).ToList();
        return
        [
            .. near.Where(s => s.Likeness >= BesideNearest * near[0].Likeness)
                .Select(s => new PriorWording(s.Passage, s.Span, Marked(s.Span.Of(s.Passage.Text), s.Words, words), s.Likeness))
                .OrderBy(w => w.Passage.Front.Issued),
        ];
    }

    static string Marked(string sentence, List<QuotedWord> text, List<QuotedWord> draft)
    {
        var same = WordAlignment.Of(text, draft).Pairs.Select(p => p.Text).ToHashSet();
        var marked = "";
        for (var i = 0; i < text.Count; i++)
        {
            var end = i + 1 < text.Count ? text[i + 1].Position : sentence.Length;
            var word = sentence[text[i].Position..end];
            var opens = !same.Contains(i) && (i == 0 || same.Contains(i - 1));
            var closes = !same.Contains(i) && (i + 1 == text.Count || same.Contains(i + 1));
            marked += $"{(opens ? "[" : "")}{(closes ? $"{word.TrimEnd()}]{word[word.TrimEnd().Length..]}" : word)}";
        }

        return marked;
    }
}
