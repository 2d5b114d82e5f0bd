using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>Reads a question into weighted words: spelling mended, compounds joined, synonyms and what it leans on added.</summary>
sealed class QuestionReader(Words cutter, Vocabulary vocabulary, Synonyms synonyms, SoftSynonyms soft, IReadOnlySet<string> asking, IReadOnlyList<AskerLanguage> languages)
{
    // Synonyms that somebody wrote down count nearly in full.
    const double Given = 0.8;

    // Spelling costs most of all; who writes more unknown words than this did not mistype.
    const int MostMended = 8;

    // "cyber security" is "cybersecurity"; "to day" is not worth it, and "does it" is no word, even if somebody wrote it as one.
    const int ShortestCompound = 6;

    const double UntranslatedWeight = 0.35;

    static readonly double[] LeanWeights = [0.5, 0.25];

    /// <summary>The words of a question; its misspelt ones mended where there is a speller.</summary>
    internal SeenWords Read(Asked asked, Speller? speller)
    {
        var english = English(asked, speller);
        return new(english, asked.Language == "en" ? english : Native(asked));
    }

    List<QuestionWord> English(Asked asked, Speller? speller)
    {
        var read = Read(asked.English, 1, asked.Language == "en" ? speller : null);
        // What the word list of another language lacks is more likely a plain word than a subject.
        if (asked.Language != "en")
            read = read.ConvertAll(w => w.Number < 0 ? w with { Weight = UntranslatedWeight } : w);
        for (var i = 0; i < asked.LeansOn.Count; i++)
        {
            var said = read.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
            read.AddRange(Read(asked.LeansOn[i], LeanWeights[i], speller).Where(w => !w.IsAsking && !said.Contains(w.Stem)));
        }

        return WithSynonyms(read);
    }

    List<QuestionWord> WithSynonyms(List<QuestionWord> read)
    {
        for (var i = 0; i < read.Count; i++)
        {
            var word = read[i];
            var given = synonyms.Of(read, i);
            var near = word.IsAsking ? [] : soft.Of(word.Raw, word.Number);
            read[i] = word with { Same = given.Count == 0 ? near : [.. given.Select(g => new Synonym(vocabulary.Of(g), g, Given)).Where(s => s.Number >= 0), .. near] };
        }

        return read;
    }

    List<QuestionWord> Native(Asked asked)
    {
        var native = languages.FirstOrDefault(l => l.Code == asked.Language)?.Asking;
        return [.. cutter.Cut(asked.Text).Select(w => Word(w, w, 1, native?.Contains(w) == true))];
    }

    List<QuestionWord> Read(string text, double weight, Speller? speller)
    {
        var cut = cutter.Cut(text);
        for (var i = cut.Count - 1; i > 0; i--)
        {
            if (cut.IndexOf(cut[i]) < i)
                cut.RemoveAt(i);
        }

        var read = new List<QuestionWord>(cut.Count);
        var mended = 0;
        for (var i = 0; i < cut.Count; i++)
        {
            if (i + 1 < cut.Count && cut[i].Length > 1 && cut[i].Length + cut[i + 1].Length >= ShortestCompound && !asking.Contains(cut[i]) && !asking.Contains(cut[i + 1]) && vocabulary.English(cut[i], cut[i + 1]) is { } compound)
            {
                read.Add(Word(cut[i], compound, weight, false));
                i++;
                continue;
            }

            var raw = speller is not null && !speller.Knows(cut[i]) && mended++ < MostMended ? speller.Read(cut[i]) : cut[i];
            read.Add(Word(cut[i], raw, weight, asking.Contains(raw) || IsMark(raw)));
        }

        return read;
    }

    // A lone letter or digit that no text has is a list mark or left over from a formula.
    bool IsMark(string word) => word.Length == 1 && word[0] < 128 && vocabulary.Of(word) < 0;

    QuestionWord Word(string typed, string raw, double weight, bool isAsking)
    {
        if (vocabulary.WordOf(raw) is >= 0 and var id && vocabulary.Words[id].Stem is var known)
            return new(typed, raw, vocabulary[known], known, weight, isAsking, []);
        var stem = cutter.Stem(raw);
        return new(typed, raw, stem, vocabulary.Of(stem), weight, isAsking, []);
    }
}
