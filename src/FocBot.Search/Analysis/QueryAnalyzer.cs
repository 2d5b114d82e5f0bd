using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Search.Analysis;

/// <summary>Turns an interpreted question into words and terms: spelling corrected, synonyms and context added.</summary>
/// <param name="languages">Their words of asking.</param>
/// <param name="synonyms">Those that somebody wrote down.</param>
/// <param name="vocabulary">Corrects spelling; null reads every word as it is written, as for texts that are indexed.</param>
sealed class QueryAnalyzer(IReadOnlyList<AskerLanguage> languages, SynonymExpander synonyms, Vocabulary? vocabulary)
{
    // Whoever writes more unknown words than this did not mistype; looking for what was meant costs more than the whole search.
    const int MaxCorrections = 4, MaxUnknown = 8;

    const int ShortestCompound = 6;

    const int ShortestTitleWord = 4, FewestTitleWords = 3;

    // What the word list of another language lacks is more likely a plain word than a subject.
    internal const double UntranslatedWeight = 0.35;

    static readonly double[] contextWeights = [0.5, 0.25];

    readonly SpellingCorrector? corrector = vocabulary is null ? null : new(vocabulary);
    readonly IReadOnlySet<string> functionWords = FunctionWords(languages, "en");

    internal static IReadOnlySet<string> FunctionWords(IReadOnlyList<AskerLanguage> languages, string code) =>
        languages.FirstOrDefault(l => l.Code == code)?.Asking ?? new HashSet<string>();

    internal AnalyzedQuery Analyze(InterpretedQuestion question)
    {
        var isEnglish = question.Language == "en";
        var words = Read(question.English, 1, corrects: isEnglish);
        if (!isEnglish && vocabulary is not null)
            words = words.ConvertAll(w => vocabulary.IsKnown(w.Text) ? w : w with { Weight = UntranslatedWeight });
        foreach (var (text, weight) in question.Context.Zip(contextWeights))
        {
            var known = words.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
            words.AddRange(Read(text, weight, corrects: true).Where(w => !w.IsFunctionWord && !known.Contains(w.Stem)));
        }

        return new(words, question.Language,
            isEnglish ? words.ConvertAll(w => w.Text) : FieldAnalyzers.Words.Tokenize(question.Text),
            isEnglish ? [] : FieldAnalyzers.Of(question.Language).Tokenize(question.Text));
    }

    List<QueryWord> Read(string text, double weight, bool corrects)
    {
        var typed = FieldAnalyzers.Words.Tokenize(text).Distinct(StringComparer.Ordinal).ToList();
        var names = corrects && corrector is not null ? Names(text) : [];
        var (corrections, unknown) = (0, 0);
        var words = new List<(string Typed, string Text)>();
        for (var i = 0; i < typed.Count; i++)
        {
            var word = typed[i];
            if (corrects && i + 1 < typed.Count && IsCompound(word, typed[i + 1]))
            {
                words.Add((word, word + typed[++i]));
                continue;
            }

            unknown += vocabulary?.IsKnown(word) == false ? 1 : 0;
            var read = corrects && corrector is not null && corrections < MaxCorrections && unknown <= MaxUnknown
                ? corrector.Read(word, names.Contains(word)) : [word];
            corrections += read is [var same] && same == word ? 0 : 1;
            words.AddRange(read.Select(part => (word, part)));
        }

        var expanded = synonyms.Expand(words.ConvertAll(w => w.Text));
        return [.. words.Select((w, i) => new QueryWord(w.Typed, w.Text, StemOf(w.Text), weight, functionWords.Contains(w.Text)
            || IsListMark(w.Text), [.. expanded[i].Select(StemOf).Where(s => s.Length > 0 && s != StemOf(w.Text)).Distinct(StringComparer.Ordinal)]))];
    }

    // "cyber security" is "cybersecurity"; "to day" is not worth it, and "does it" is no word.
    bool IsCompound(string first, string second) => vocabulary is not null && first.Length > 1 && first.Length + second.Length >= ShortestCompound
        && !functionWords.Contains(first) && !functionWords.Contains(second) && vocabulary.IsInTexts(first + second);

    // Capitals inside a sentence that is not written like a title.
    static HashSet<string> Names(string text)
    {
        var inside = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        var isTitle = inside.Where(p => p.Length >= ShortestTitleWord).ToList() is { Count: >= FewestTitleWords } words
            && words.TrueForAll(p => char.IsUpper(p[0]));
        return isTitle ? [] : inside.Where(p => char.IsUpper(p[0])).SelectMany(p => FieldAnalyzers.Words.Tokenize(p)).ToHashSet(StringComparer.Ordinal);
    }

    // A lone letter or digit is a list mark or left over from a formula.
    bool IsListMark(string word) => word.Length == 1 && word[0] < 128 && vocabulary?.IsInTexts(word) != true;

    static string StemOf(string word) => FieldAnalyzers.ByLanguage["en"].Tokenize(word) is [var stem] ? stem : "";
}
