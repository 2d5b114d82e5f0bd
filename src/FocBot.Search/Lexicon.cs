using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>What is known of words: those of the shelf, those of asking, their meanings; and how questions are read by them.</summary>
sealed class Lexicon
{
    /// <summary>What a word of asking counts beside a word of the subject.</summary>
    internal const double AskingWeight = 0.2;

    readonly bool[] isAsking, isFollowUp;

    internal Lexicon(Catalogue catalogue, Shelf shelf, RowWords rows, Words cutter)
    {
        Rows = rows;
        Asking = catalogue.Languages.Where(l => l.Code == "en").SelectMany(l => l.Asking).ToHashSet(StringComparer.Ordinal);
        isAsking = [.. rows.Words.Select(w => Asking.Contains(w.Word))];
        isFollowUp = [.. shelf.Rows.Select(r => r.IsFollowUp)];
        Vectors = new(catalogue.Vectors);
        var english = EnglishOf(shelf, rows);
        Reader = new(cutter, rows, english.ContainsKey, new(catalogue.Synonyms, cutter), new(Vectors, Vocabulary, rows.Words), catalogue);
        Speller = new(english, Asking, word => rows.Of(word) >= 0 || Vectors.Knows(word) || Asking.Contains(word));
    }

    internal RowWords Rows { get; }

    internal Vocabulary Vocabulary => Rows.Vocabulary;

    /// <summary>English words of asking, which carry no subject.</summary>
    internal IReadOnlySet<string> Asking { get; }

    internal WordVectors Vectors { get; }

    internal QuestionReader Reader { get; }

    internal Speller Speller { get; }

    /// <summary>A row's stems with their weights, together of length 1; none for a follow-up, whose words alone ask for nothing.</summary>
    internal List<(int Stem, float Weight)> Bag(int row)
    {
        var bag = new List<(int Stem, float Weight)>();
        var length = 0f;
        foreach (var word in isFollowUp[row] ? [] : Rows[row])
        {
            var stem = Rows.Words[word].Stem;
            if (bag.Exists(b => b.Stem == stem))
                continue;
            var weight = (float)(Vocabulary.Idf(stem) * (isAsking[word] ? AskingWeight : 1));
            bag.Add((stem, weight));
            length += weight * weight;
        }

        length = MathF.Sqrt(length);
        return bag.ConvertAll(b => (b.Stem, b.Weight / length));
    }

    /// <summary>The mean meaning of a row's subject words.</summary>
    internal float[] Meaning(int row) =>
        Vectors.Mean(Rows[row].Where(word => !isAsking[word]).Select(word => Rows.Words[word]).Select(w => (w.Word, Vocabulary.Idf(w.Stem))));

    // How often each word stands in English rows.
    static Dictionary<string, int> EnglishOf(Shelf shelf, RowWords rows)
    {
        var counts = new int[rows.Words.Count];
        foreach (var (row, _) in shelf.Rows.Index().Where(r => r.Item.Language == "en"))
        {
            foreach (var word in rows[row])
                counts[word]++;
        }

        return counts.Index().Where(c => c.Item > 0).ToDictionary(c => rows.Words[c.Index].Word, c => c.Item, StringComparer.Ordinal);
    }
}
