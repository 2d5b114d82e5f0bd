namespace FocBot.Search;

/// <summary>Compares a question with every question line and sentence, word by word: cosines by inverted lists.</summary>
sealed class LineMatcher
{
    /// <summary>What a word of asking counts beside a word of the subject.</summary>
    internal const double AskingWeight = 0.2;

    // Below this a likeness says nothing.
    const float Faint = 0.05f;

    readonly Shelf shelf;
    readonly Vocabulary vocabulary;
    // For each word, in one piece: the rows that hold it, and its weight there.
    readonly int[] starts, rows;
    readonly float[] weights;
    readonly string[] languages;

    // Each thread's own slate: what was written on it is wiped off again.
    [ThreadStatic]
    static float[]? cosines;

    [ThreadStatic]
    static int[]? touchedRows;

    internal LineMatcher(Shelf shelf, IReadOnlyList<Bag> bags, Vocabulary vocabulary)
    {
        (this.shelf, this.vocabulary) = (shelf, vocabulary);
        languages = [.. shelf.Rows.Select(r => r.Language)];
        starts = new int[vocabulary.Count + 1];
        foreach (var (number, _) in bags.SelectMany(b => b.Words))
            starts[number + 1]++;
        for (var i = 0; i < vocabulary.Count; i++)
            starts[i + 1] += starts[i];
        (rows, weights) = (new int[starts[^1]], new float[starts[^1]]);
        var next = starts.ToArray();
        foreach (var (row, bag) in bags.Index())
        {
            foreach (var (number, weight) in bag.Words)
                (rows[next[number]], weights[next[number]++]) = (row, weight);
        }
    }

    /// <summary>The likeness of every row that shares a subject word with the question, gathered by owner; a row that is left out counts nowhere.</summary>
    internal LineMatches Match(SeenWords asked, string language, Fold? without)
    {
        if (cosines?.Length != shelf.Rows.Count)
            (cosines, touchedRows) = (new float[shelf.Rows.Count], new int[shelf.Rows.Count]);
        int touched;
        if (ReferenceEquals(asked.English, asked.Native))
            touched = Add(cosines, touchedRows!, 0, Weights(asked.English), null, false);
        else
        {
            touched = Add(cosines, touchedRows!, 0, Weights(asked.English), language, false);
            touched = Add(cosines, touchedRows!, touched, Weights(asked.Native), language, true);
        }

        var matches = new LineMatches(shelf);
        foreach (var row in touchedRows.AsSpan(0, touched))
        {
            var likeness = cosines[row];
            cosines[row] = 0;
            if (likeness > Faint && (without is null || shelf.Rows[row].Fold != without))
                matches.Add(row, likeness);
        }

        return matches;
    }

    /// <summary>Whether a word stands in any row but those that are left out.</summary>
    internal bool Knows(int word, Fold? without) =>
        without is null || rows.AsSpan(starts[word], starts[word + 1] - starts[word]).ToArray().Any(row => shelf.Rows[row].Fold != without);

    // Lines in the asker's language are compared with the words typed, others with their reading.
    int Add(float[] found, int[] touched, int count, List<(int Number, float Weight, bool IsAsking)> question, string? language, bool own)
    {
        var subjectless = question.TrueForAll(w => w.IsAsking);
        foreach (var (number, weight, isAsking) in question.OrderBy(w => w.IsAsking))
        {
            var onlyTouched = isAsking && !subjectless;
            for (var i = starts[number]; i < starts[number + 1]; i++)
            {
                var row = rows[i];
                if (found[row] == 0)
                {
                    if (onlyTouched || (language is not null && languages[row] == language != own))
                        continue;
                    touched[count++] = row;
                }

                found[row] += weight * weights[i];
            }
        }

        return count;
    }

    // Of length 1 by the words typed; what means nearly the same comes on top.
    List<(int Number, float Weight, bool IsAsking)> Weights(IReadOnlyList<QuestionWord> question)
    {
        var kept = new Dictionary<int, (double Weight, bool IsAsking)>();
        var length = 0.0;
        foreach (var word in question)
        {
            var weight = word.Weight * vocabulary.Idf(word.Number) * (word.IsAsking ? AskingWeight : 1);
            length += weight * weight;
            Keep(word.Number, weight, word.IsAsking);
            foreach (var (stem, _, near) in word.Same)
                Keep(stem, near * word.Weight * vocabulary.Idf(stem), false);
        }

        length = Math.Sqrt(Math.Max(length, 1e-9));
        return [.. kept.Select(k => (k.Key, (float)(k.Value.Weight / length), k.Value.IsAsking))];

        void Keep(int number, double weight, bool isAsking)
        {
            if (number >= 0 && weight > kept.GetValueOrDefault(number).Weight)
                kept[number] = (weight, isAsking);
        }
    }
}
