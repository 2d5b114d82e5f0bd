using System.Numerics.Tensors;
using FocBot.Core.Answering;

namespace FocBot.Search;

/// <summary>Compares a question with question lines and sentences in memory: words, grams, vectors.</summary>
sealed class RowMatcher
{
    /// <summary>What a word of asking counts beside a word of the subject.</summary>
    internal const double AskingWeight = 0.2;

    readonly Shelf shelf;
    readonly Vocabulary vocabulary, grams;
    readonly WordVectors vectors;
    readonly Bag[] words, gramBags;
    readonly ByteVectors rowVectors;
    readonly int[][] rowStems, sentenceRows;
    readonly int[] allSentences, lineSentence;
    readonly Bayes bayes;

    internal RowMatcher(Shelf shelf, Words words, Vocabulary vocabulary, WordVectors vectors, IReadOnlySet<string> asking)
    {
        (this.shelf, this.vocabulary, this.vectors) = (shelf, vocabulary, vectors);
        grams = new Vocabulary(shelf.Rows.Select(r => Words.Grams(r.Words)));
        this.words = new Bag[shelf.Rows.Count];
        gramBags = new Bag[shelf.Rows.Count];
        rowVectors = new(shelf.Rows.Count, vectors.Dimensions);
        rowStems = new int[shelf.Rows.Count][];
        for (var i = 0; i < shelf.Rows.Count; i++)
        {
            var row = shelf.Rows[i];
            var read = row.Words.Select(w => (Raw: w, Number: vocabulary.Of(words.Stem(w)), Weight: asking.Contains(w) ? AskingWeight : 1)).ToList();
            this.words[i] = new(read.Select(w => (w.Number, w.Weight * vocabulary.Idf(w.Number))));
            gramBags[i] = new(Words.Grams(row.Words.Where(w => !asking.Contains(w))).Select(grams.Of).Select(g => (g, grams.Idf(g))));
            rowStems[i] = [.. read.Where(w => w.Weight == 1).Select(w => w.Number)];
            if (row.Language == "en")
                rowVectors.Set(i, vectors.Mean(read.Where(w => w.Weight == 1).Select(w => (w.Raw, vocabulary.Idf(w.Number)))));
        }

        sentenceRows = [.. Enumerable.Range(0, shelf.Passages.Count).Select(p => shelf.Rows.Index().Where(r => !r.Item.IsLine && r.Item.Owner == p).Select(r => r.Index).ToArray())];
        lineSentence = [.. shelf.Rows.Select((row, i) => row.IsLine && row.Owner < shelf.Passages.Count ? BestSentence(i) : -1)];
        allSentences = [.. sentenceRows.SelectMany(r => r)];
        bayes = new(shelf.Owners, vocabulary.Count, shelf.Rows.Index().SelectMany(r => rowStems[r.Index].Select(stem => (r.Item.Owner, stem))));
    }

    /// <summary>The rows of a passage's sentences, in order.</summary>
    internal int[] SentenceRows(int passage) => sentenceRows[passage];

    // A line asks for one sentence of its passage: the one nearest to it.
    int BestSentence(int line) => sentenceRows[shelf.Rows[line].Owner].Index()
        .MaxBy(s => words[line].Dot(words[s.Item]) + (0.5 * gramBags[line].Dot(gramBags[s.Item])) + (0.7 * rowVectors.Cosine(rowVectors[line], s.Item))).Index;

    internal Matches Match(IReadOnlyList<QuestionWord> english, IReadOnlyList<QuestionWord> native, string language, Expansion expanded, List<int> candidates, LeftOut? without)
    {
        var inEnglish = Weights(english, expanded);
        var inNative = ReferenceEquals(english, native) ? inEnglish : Weights(native, expanded: null);
        var gramWeights = GramWeights(english.Where(w => !w.IsAsking));
        var nativeGrams = ReferenceEquals(english, native) ? gramWeights : GramWeights(native.Where(w => !w.IsAsking));
        var mean = vectors.Mean(english.Where(w => !w.IsAsking).Select(w => (w.Raw, w.Weight * vocabulary.Idf(w.Number))));
        var matches = new Matches(shelf, lineSentence, bayes.Of(
            [.. english.Where(w => !w.IsAsking && w.Number >= 0).Select(w => (w.Number, w.Weight * vocabulary.Idf(w.Number)))],
            without is { Whole: false } left ? (left.Owner, rowStems[left.Row]) : null));
        foreach (var i in candidates.Concat(allSentences))
        {
            if (without?.Covers(i, shelf.Rows[i].Owner) == true)
                continue;
            var own = shelf.Rows[i].Language == language || language == "en";
            matches.Add(i, words[i].Dot(own ? inNative : inEnglish), gramBags[i].Dot(own ? nativeGrams : gramWeights));
        }

        var meaning = rowVectors.Pack(mean);
        for (var i = 0; i < shelf.Rows.Count && vectors.Dimensions > 0; i++)
        {
            if (without?.Covers(i, shelf.Rows[i].Owner) != true)
                matches.AddVector(i, rowVectors.Cosine(meaning, i));
        }

        return matches;
    }

    float[] Weights(IReadOnlyList<QuestionWord> question, Expansion? expanded)
    {
        var weights = new float[vocabulary.Count];
        var length = 0.0;
        foreach (var word in question)
        {
            var weight = word.Weight * vocabulary.Idf(word.Number) * (word.IsAsking ? AskingWeight : 1);
            length += weight * weight;
            Keep(word.Number, weight);
            foreach (var (stem, near) in expanded?.Of(word.Stem) ?? [])
                Keep(stem, near * word.Weight * vocabulary.Idf(stem));
        }

        TensorPrimitives.Multiply(weights, (float)(1 / Math.Sqrt(Math.Max(length, 1e-9))), weights);
        return weights;

        void Keep(int number, double weight)
        {
            if (number >= 0 && weights[number] < weight)
                weights[number] = (float)weight;
        }
    }

    float[] GramWeights(IEnumerable<QuestionWord> question)
    {
        var weights = new float[grams.Count];
        var length = 0.0;
        foreach (var gram in question.GroupBy(w => w.Weight).SelectMany(g => Words.Grams(g.Select(w => w.Raw)).Distinct(StringComparer.Ordinal).Select(x => (Gram: x, Weight: g.Key))))
        {
            var number = grams.Of(gram.Gram);
            var weight = gram.Weight * grams.Idf(number);
            length += weight * weight;
            if (number >= 0)
                weights[number] = Math.Max(weights[number], (float)weight);
        }

        TensorPrimitives.Multiply(weights, (float)(1 / Math.Sqrt(Math.Max(length, 1e-9))), weights);
        return weights;
    }
}

/// <summary>What was compared, gathered by owner.</summary>
sealed class Matches(Shelf shelf, int[] lineSentence, double[] bayes)
{
    const int Best = 3;
    const int Neighbours = 8;
    const double GramShare = 0.5;
    const double Vote = 0.8;

    // The nearest lines, the farthest of them first out.
    readonly PriorityQueue<int, double> near = new();
    readonly double[] bestLines = new double[Best * shelf.Owners];
    readonly int[] bestRows = new int[Best * shelf.Owners];
    readonly double[] grams = new double[shelf.Owners], lineVector = new double[shelf.Owners], sentenceVector = new double[shelf.Owners];
    readonly Dictionary<int, (double Words, double Grams, double Vector)> sentences = [];

    static readonly int FeatureCount = Enum.GetValues<Feature>().Length;

    internal void Add(int row, double words, double gram)
    {
        var owner = shelf.Rows[row].Owner;
        if (shelf.Rows[row].IsLine)
            near.Enqueue(row, words + (GramShare * gram));
        if (near.Count > Neighbours)
            near.Dequeue();
        grams[owner] = Math.Max(grams[owner], gram);
        if (!shelf.Rows[row].IsLine)
        {
            sentences[row] = (words, gram, 0);
            return;
        }

        var best = bestLines.AsSpan(Best * owner, Best);
        var rows = bestRows.AsSpan(Best * owner, Best);
        for (var i = 0; i < Best; i++)
        {
            if (words <= best[i])
                continue;
            best[i..^1].CopyTo(best[(i + 1)..]);
            rows[i..^1].CopyTo(rows[(i + 1)..]);
            (best[i], rows[i]) = (words, row);
            return;
        }
    }

    internal void AddVector(int row, double cosine)
    {
        var owner = shelf.Rows[row].Owner;
        if (shelf.Rows[row].IsLine)
            lineVector[owner] = Math.Max(lineVector[owner], cosine);
        else
        {
            sentenceVector[owner] = Math.Max(sentenceVector[owner], cosine);
            sentences[row] = sentences.GetValueOrDefault(row) with { Vector = cosine };
        }
    }

    /// <summary>How much of the likeness of the nearest lines is that of silent subjects.</summary>
    internal double SilentNeighbours()
    {
        double silent = 0, all = 0;
        foreach (var (row, likeness) in near.UnorderedItems)
        {
            all += likeness * likeness;
            if (shelf.Rows[row].Owner >= shelf.Passages.Count)
                silent += likeness * likeness;
        }

        return all > 0 ? silent / all : 0;
    }

    internal string? BestLine(int owner) => bestLines[Best * owner] > 0 ? shelf.Rows[bestRows[Best * owner]].Text : null;

    internal double[] Features(int owner)
    {
        var features = new double[FeatureCount];
        features[(int)Feature.Line] = bestLines[Best * owner];
        features[(int)Feature.Lines] = (bestLines[Best * owner] + bestLines[(Best * owner) + 1] + bestLines[(Best * owner) + 2]) / Best;
        features[(int)Feature.Grams] = grams[owner];
        features[(int)Feature.LineVector] = lineVector[owner];
        features[(int)Feature.SentenceVector] = sentenceVector[owner];
        features[(int)Feature.Bayes] = bayes[owner];
        return features;
    }

    /// <summary>How well each sentence of a passage fits: BM25, words, grams, vectors, and what the best question lines ask for.</summary>
    internal double[] SentenceFits(int owner, int[] rows, double[] bm25)
    {
        double[] fits = [.. rows.Select((row, i) => sentences.TryGetValue(row, out var s) ? (1.5 * bm25[i]) + s.Words + (0.5 * s.Grams) + (0.7 * s.Vector) : bm25[i])];
        for (var i = Best * owner; i < Best * (owner + 1); i++)
        {
            if (bestLines[i] > 0)
                fits[lineSentence[bestRows[i]]] += Vote * bestLines[i];
        }

        return fits;
    }
}
