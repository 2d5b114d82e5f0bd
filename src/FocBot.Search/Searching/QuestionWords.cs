using FocBot.Search.Analysis;

namespace FocBot.Search.Searching;

/// <summary>How much each of a question's subject words says, and which of them the statements know.</summary>
sealed class QuestionWords
{
    internal QuestionWords(AnalyzedQuery query, Vocabulary vocabulary)
    {
        Subjects = [.. query.Subjects.Select(w => (w, w.Weight * vocabulary.Idf(w.Stem)))];
        TotalIdf = Subjects.Sum(w => w.Idf);
        UnknownShare = TotalIdf == 0 ? 0
            : Subjects.Where(w => !vocabulary.IsAnswered(w.Word.Stem) && !w.Word.Synonyms.Any(vocabulary.IsAnswered)).Sum(w => w.Idf) / TotalIdf;
        Unknown = [.. query.Subjects.Where(w => w.Weight == 1 && vocabulary.IsMostlySilent(w.Stem) && !w.Synonyms.Any(vocabulary.HasStem))
            .Select(w => w.Typed).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether the question has words of its own and the word list of its language none of them.</summary>
    internal bool IsUntranslated => Subjects.Count > 0 && Subjects.All(w => w.Word.Weight == QueryAnalyzer.UntranslatedWeight);

    /// <summary>The subject words with their weighted idf.</summary>
    internal IReadOnlyList<(QueryWord Word, double Idf)> Subjects { get; }

    internal double TotalIdf { get; }

    /// <summary>Those of the question's own that no statement has, and that are asked for in vain more often than not, as typed.</summary>
    internal IReadOnlyList<string> Unknown { get; }

    /// <summary>The share of the question's idf on words that neither a statement nor a sample question with an answer has, in [0,1].</summary>
    internal double UnknownShare { get; }
}
