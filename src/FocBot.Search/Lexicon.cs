using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>What is known of words: those of the shelf, those of asking, their meanings; and how questions are read by them.</summary>
sealed class Lexicon
{
    internal Lexicon(Catalogue catalogue, Shelf shelf, RowWords rows, Words cutter)
    {
        Rows = rows;
        Asking = catalogue.Languages.Where(l => l.Code == "en").SelectMany(l => l.Asking).ToHashSet(StringComparer.Ordinal);
        Vectors = new(catalogue.Vectors);
        var (all, english) = (rows.Words.Select(w => w.Word).ToHashSet(StringComparer.Ordinal), EnglishOf(shelf, rows));
        Reader = new(cutter, Vocabulary, english.ContainsKey, new(catalogue.Synonyms, cutter), new(Vectors, Vocabulary, rows.Words), catalogue);
        Speller = new(english, Asking, word => all.Contains(word) || Vectors.Knows(word) || Asking.Contains(word));
    }

    internal RowWords Rows { get; }

    internal Vocabulary Vocabulary => Rows.Vocabulary;

    /// <summary>English words of asking, which carry no subject.</summary>
    internal IReadOnlySet<string> Asking { get; }

    internal WordVectors Vectors { get; }

    internal QuestionReader Reader { get; }

    internal Speller Speller { get; }

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
