namespace FocBot.Search;

/// <summary>Which words each passage knows: by its own text, and by its question lines too.</summary>
sealed class Coverage
{
    const byte InText = 1 << Fold.Count;

    readonly int words;
    // For each passage and word: a bit for every fold whose lines hold it, and one for the text itself.
    readonly byte[] known;

    internal Coverage(Shelf shelf, RowWords rows)
    {
        words = rows.Vocabulary.Count;
        known = new byte[shelf.Passages.Count * words];
        foreach (var (row, its) in shelf.Rows.Index().Where(r => !shelf.IsSilent(r.Item)))
        {
            foreach (var stem in rows.Stems(row))
            {
                foreach (var owner in its.Owners)
                    known[(owner * words) + stem] |= its.Fold is { } fold ? (byte)(1 << fold.Number) : InText;
            }
        }
    }

    /// <summary>How much of the question a passage knows.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="subjects">The question's subject words.</param>
    /// <param name="vocabulary">How rare each word is.</param>
    /// <param name="without">A part of the lines that does not count.</param>
    /// <returns>The share of the subjects' idf that the passage's own text knows, and 1 less what the most telling word would weigh that its lines do not know either.</returns>
    internal (double InText, double Complete) Of(int passage, List<QuestionWord> subjects, Vocabulary vocabulary, Fold? without)
    {
        double total = 0, inside = 0, missed = 0;
        var any = without is { } left && left.Owner == passage ? (byte)~(1 << left.Number) : byte.MaxValue;
        foreach (var subject in subjects)
        {
            var worth = subject.Weight * vocabulary.Idf(subject.Number);
            var (byText, byLines) = (Knows(passage, subject.Number, InText) ? 1.0 : 0, Knows(passage, subject.Number, any) ? 1.0 : 0);
            foreach (var (stem, _, weight) in subject.Same)
            {
                if (weight > byText && Knows(passage, stem, InText))
                    byText = weight;
                if (weight > byLines && Knows(passage, stem, any))
                    byLines = weight;
            }

            total += worth;
            inside += byText * worth;
            missed = Math.Max(missed, (1 - byLines) * worth);
        }

        return total <= 0 ? (0, 0) : (inside / total, 1 - (missed / vocabulary.Idf(-1)));
    }

    bool Knows(int passage, int stem, byte by) => stem >= 0 && (known[(passage * words) + stem] & by) != 0;
}
