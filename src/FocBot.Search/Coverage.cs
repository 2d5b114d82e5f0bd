using System.Collections;

namespace FocBot.Search;

/// <summary>Which words stand in each passage's own text.</summary>
sealed class Coverage
{
    readonly Vocabulary vocabulary;
    readonly BitArray[] inText;

    internal Coverage(IEnumerable<string> passages, Lexicon lexicon)
    {
        vocabulary = lexicon.Vocabulary;
        inText = [.. passages.Select(text =>
        {
            var words = new BitArray(vocabulary.Count);
            foreach (var stem in lexicon.Stems(text).Where(s => s >= 0))
                words[stem] = true;
            return words;
        })];
    }

    /// <summary>The share of the subject words' idf that stands in a passage; what means nearly the same counts by how nearly.</summary>
    internal double Of(int passage, List<QuestionWord> subjects)
    {
        double total = 0, inside = 0;
        foreach (var subject in subjects)
        {
            var worth = subject.Weight * vocabulary.Idf(subject.Number);
            var best = Stands(subject.Number) ? 1.0 : 0;
            foreach (var (stem, _, weight) in subject.Same)
            {
                if (weight > best && Stands(stem))
                    best = weight;
            }

            total += worth;
            inside += best * worth;
        }

        return total <= 0 ? 0 : inside / total;

        bool Stands(int stem) => stem >= 0 && inText[passage][stem];
    }
}
