namespace FocBot.Search;

/// <summary>Compares a question with every question line and sentence, word by word: cosines by inverted lists.</summary>
sealed class LineMatcher
{
    // Once the rarer words have found so many rows, the commoner ones only add to those.
    const int Enough = 600;

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

    internal LineMatcher(Shelf shelf, Lexicon lexicon)
    {
        (this.shelf, vocabulary) = (shelf, lexicon.Vocabulary);
        languages = [.. shelf.Rows.Select(r => r.Language)];
        starts = new int[vocabulary.Count + 1];
        for (var row = 0; row < shelf.Rows.Count; row++)
        {
            foreach (var (word, _) in lexicon.Bag(row))
                starts[word + 1]++;
        }

        for (var i = 0; i < vocabulary.Count; i++)
            starts[i + 1] += starts[i];
        (rows, weights) = (new int[starts[^1]], new float[starts[^1]]);
        var next = starts.ToArray();
        for (var row = 0; row < shelf.Rows.Count; row++)
        {
            foreach (var (word, weight) in lexicon.Bag(row))
                (rows[next[word]], weights[next[word]++]) = (row, weight);
        }
    }

    /// <summary>The likeness of every row that shares a subject word with the question, gathered by owner.</summary>
    internal LineMatches Match(SeenWords asked, string language)
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
            if (likeness > Faint)
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
        foreach (var (number, weight, isAsking) in question)
        {
            var onlyTouched = (isAsking && !subjectless) || count >= Enough;
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

    // Of length 1 by the words typed; what means nearly the same comes on top. Subjects first, the rarest first of all.
    List<(int Number, float Weight, bool IsAsking)> Weights(IReadOnlyList<QuestionWord> question)
    {
        var kept = new Dictionary<int, (double Weight, bool IsAsking)>();
        var length = 0.0;
        foreach (var word in question)
        {
            var weight = word.Weight * vocabulary.Idf(word.Number) * (word.IsAsking ? Lexicon.AskingWeight : 1);
            length += weight * weight;
            Keep(word.Number, weight, word.IsAsking);
            foreach (var (stem, _, near) in word.Same)
                Keep(stem, near * word.Weight * vocabulary.Idf(stem), false);
        }

        length = Math.Sqrt(Math.Max(length, 1e-9));
        var weights = kept.Select(k => (Number: k.Key, Weight: (float)(k.Value.Weight / length), k.Value.IsAsking)).ToList();
        weights.Sort((a, b) => a.IsAsking != b.IsAsking ? a.IsAsking.CompareTo(b.IsAsking) : Rows(a.Number).CompareTo(Rows(b.Number)));
        return weights;

        int Rows(int number) => starts[number + 1] - starts[number];

        void Keep(int number, double weight, bool isAsking)
        {
            if (number >= 0 && weight > kept.GetValueOrDefault(number).Weight)
                kept[number] = (weight, isAsking);
        }
    }
}
