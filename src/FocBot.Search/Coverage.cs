namespace FocBot.Search;

/// <summary>Which words each passage knows: by its own text, and by its question lines too.</summary>
sealed class Coverage
{
    const byte InText = 1 << Fold.Count;

    readonly Vocabulary vocabulary;
    // For each passage and word: a bit for every fold whose lines hold it, and one for the text itself.
    readonly byte[] known;

    internal Coverage(Shelf shelf, IReadOnlyList<int[]> rowStems, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        known = new byte[shelf.Passages.Count * vocabulary.Count];
        foreach (var (row, its) in shelf.Rows.Index().Where(r => !shelf.IsSilent(r.Item)))
        {
            foreach (var at in its.Owners.SelectMany(owner => rowStems[row].Select(stem => (owner * vocabulary.Count) + stem)))
                known[at] |= its.Fold is { } fold ? (byte)(1 << fold.Number) : InText;
        }
    }

    /// <summary>How much of the question a passage knows.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="subjects">The question's subject words.</param>
    /// <param name="without">A part of the lines that does not count.</param>
    /// <returns>The share of the subjects' idf that the passage's own text knows, and 1 less what the most telling word would weigh that its lines do not know either.</returns>
    internal (double InText, double Complete) Of(int passage, List<QuestionWord> subjects, Fold? without)
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

    bool Knows(int passage, int stem, byte by) => stem >= 0 && (known[(passage * vocabulary.Count) + stem] & by) != 0;
}
