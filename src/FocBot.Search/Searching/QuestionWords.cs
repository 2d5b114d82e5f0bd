using FocBot.Search.Analysis;

namespace FocBot.Search.Searching;

/// <summary>Which of a question's subject words the statements know.</summary>
sealed class QuestionWords
{
    internal QuestionWords(AnalyzedQuery query, Vocabulary vocabulary)
    {
        Count = query.Subjects.Count;
        var unknown = query.Subjects.Where(w => !vocabulary.IsAnswered(w.Stem) && !w.Synonyms.Any(vocabulary.IsAnswered)).ToList();
        var total = query.Subjects.Sum(w => w.Weight * vocabulary.Idf(w.Stem));
        UnknownShare = total > 0 ? unknown.Sum(w => w.Weight * vocabulary.Idf(w.Stem)) / total : 0;
        Unknown = [.. query.Subjects.Where(w => w.Weight == 1 && vocabulary.IsMostlySilent(w.Stem) && !w.Synonyms.Any(vocabulary.HasStem))
            .Select(w => w.Typed).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>How many subject words there are.</summary>
    internal int Count { get; }

    /// <summary>Those of the question's own that no statement has, and that are asked for in vain more often than not, as typed.</summary>
    internal IReadOnlyList<string> Unknown { get; }

    /// <summary>The share of the question's idf on words that neither a statement nor a sample question with an answer has, in [0,1].</summary>
    internal double UnknownShare { get; }
}
