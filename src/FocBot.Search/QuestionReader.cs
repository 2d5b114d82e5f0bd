using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>Reads a question into weighted words: spelling mended, compounds joined, synonyms and what it leans on added.</summary>
/// <param name="cutter">Cuts texts into words.</param>
/// <param name="vocabulary">The shelf's words.</param>
/// <param name="vectors">The meanings of words.</param>
/// <param name="rows">The row of each of the shelf's words among the vectors.</param>
/// <param name="synonyms">Those that somebody wrote down.</param>
/// <param name="soft">Those that the vectors tell.</param>
/// <param name="asking">English words of asking.</param>
/// <param name="languages">The languages that questions come in.</param>
sealed class QuestionReader(Words cutter, Vocabulary vocabulary, WordVectors vectors, int[] rows, Synonyms synonyms, SoftSynonyms soft, IReadOnlySet<string> asking, IReadOnlyList<AskerLanguage> languages)
{
    // Synonyms that somebody wrote down count nearly in full.
    const double Given = 0.8;

    // Spelling costs most of all; who writes more unknown words than this did not mistype.
    const int MostMended = 8;

    // "cyber security" is "cybersecurity"; "to day" is not worth it, and "does it" is no word, even if somebody wrote it as one.
    const int ShortestCompound = 6;

    const double UntranslatedWeight = 0.35;

    // The words of a question and of what it leans on.
    const int MostlyEnough = 24;

    static readonly double[] LeanWeights = [0.5, 0.25];

    // Most words that people type stand on the shelf: one look tells all that is known of them.
    readonly bool[] isAsking = Array.ConvertAll(vocabulary.Words, w => asking.Contains(w.Text));

    /// <summary>The words of a question; its misspelt ones mended where there is a speller.</summary>
    internal SeenWords Read(InterpretedQuestion asked, Speller? speller)
    {
        var english = English(asked, speller);
        return new(english, asked.Language == "en" ? english : Native(asked));
    }

    List<QuestionWord> English(InterpretedQuestion asked, Speller? speller)
    {
        var read = new List<QuestionWord>(MostlyEnough);
        Read(asked.English, 1, asked.Language == "en" ? speller : null, read);
        // What the word list of another language lacks is more likely a plain word than a subject.
        if (asked.Language != "en")
            read = read.ConvertAll(w => w.Number < 0 ? w with { Weight = UntranslatedWeight } : w);
        for (var i = 0; i < asked.Context.Count; i++)
        {
            var said = read.Count;
            Read(asked.Context[i], LeanWeights[i], speller, read);
            for (var added = read.Count - 1; added >= said; added--)
            {
                if (read[added].IsAsking || HasStem(read, said, read[added].Stem))
                    read.RemoveAt(added);
            }
        }

        return WithSynonyms(read);
    }

    static bool HasStem(List<QuestionWord> read, int among, string stem)
    {
        for (var i = 0; i < among; i++)
        {
            if (read[i].Stem == stem)
                return true;
        }

        return false;
    }

    List<QuestionWord> WithSynonyms(List<QuestionWord> read)
    {
        for (var i = 0; i < read.Count; i++)
        {
            var word = read[i];
            var given = synonyms.Of(read, i);
            var near = word.IsAsking ? [] : soft.Of(word);
            read[i] = word with { Same = given.Count == 0 ? near : [.. given.Select(g => new Synonym(vocabulary.Of(g), g, Given)).Where(s => s.Number >= 0), .. near] };
        }

        return read;
    }

    List<QuestionWord> Native(InterpretedQuestion asked)
    {
        var native = languages.FirstOrDefault(l => l.Code == asked.Language)?.Asking;
        return cutter.Cut(asked.Text).ConvertAll(w => Word(w, w, Look(w) with { IsAsking = native?.Contains(w) == true }, 1));
    }

    void Read(string text, double weight, Speller? speller, List<QuestionWord> read)
    {
        var cut = cutter.Cut(text);
        for (var i = cut.Count - 1; i > 0; i--)
        {
            if (cut.IndexOf(cut[i]) < i)
                cut.RemoveAt(i);
        }

        var (known, mended) = (cut.ConvertAll(Look), 0);
        for (var i = 0; i < cut.Count; i++)
        {
            var (raw, its) = (cut[i], known[i]);
            if (i + 1 < cut.Count && raw.Length > 1 && raw.Length + cut[i + 1].Length >= ShortestCompound && !its.IsAsking && !known[i + 1].IsAsking && vocabulary.English(raw, cut[i + 1]) is { } compound)
            {
                read.Add(Word(raw, compound, Look(compound) with { IsAsking = false }, weight));
                i++;
                continue;
            }

            if (speller is not null && its.IsUnknown && Speller.CanRead(raw) && mended++ < MostMended)
            {
                raw = speller.Read(raw);
                its = Look(raw);
            }

            read.Add(Word(cut[i], raw, its with { IsAsking = its.IsAsking || IsMark(raw) }, weight));
        }
    }

    Known Look(string word) => vocabulary.WordOf(word) is >= 0 and var id ? new(id, rows[id], isAsking[id]) : new(-1, vectors.Find(word), asking.Contains(word));

    // A lone letter or digit that no text has is a list mark or left over from a formula.
    bool IsMark(string word) => word.Length == 1 && word[0] < 128 && vocabulary.Of(word) < 0;

    QuestionWord Word(string typed, string raw, Known known, double weight)
    {
        if (known.Id >= 0 && vocabulary.Words[known.Id].Stem is var number)
            return new(typed, raw, vocabulary[number], number, known.Row, weight, known.IsAsking, []);
        var stem = cutter.Stem(raw);
        return new(typed, raw, stem, vocabulary.Of(stem), known.Row, weight, known.IsAsking, []);
    }

    /// <param name="Id">Its number on the shelf; -1 where it does not stand there so.</param>
    /// <param name="Row">Its row among the vectors; below 0 where it has none.</param>
    readonly record struct Known(int Id, int Row, bool IsAsking)
    {
        internal bool IsUnknown => Id < 0 && Row < 0 && !IsAsking;
    }
}
