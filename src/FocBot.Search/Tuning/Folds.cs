using FocBot.Core.Statements;

namespace FocBot.Search.Tuning;

/// <summary>Parts of the sample questions that are left out together, to be asked of an index that does not know them.</summary>
/// <remarks>
/// Questions that stand together were mostly written by one hand: a fifth in a row is one fold. Every second silent subject is in one fold
/// as a whole, as if nobody had thought of it.
/// </remarks>
static class Folds
{
    internal const int Count = 5;

    /// <summary>The content without a fold, and the questions of that fold.</summary>
    internal static (Catalogue Kept, List<SampleQuestion> LeftOut) Split(Catalogue catalogue, int fold)
    {
        var leftOut = new List<SampleQuestion>();
        var statements = catalogue.Statements.Select(statement =>
        {
            var its = statement.Lines.GroupBy(l => (l.Passages.Count == 0 ? 0 : l.Passages[0].Number, l.Language))
                .SelectMany(group => Part([.. group], fold)).ToHashSet(ReferenceEqualityComparer.Instance);
            leftOut.AddRange(statement.Lines.Where(its.Contains));
            return statement with { Lines = [.. statement.Lines.Where(l => !its.Contains(l))] };
        }).ToList();
        var silences = catalogue.Silences.Select((subject, number) =>
        {
            var its = subject.Name.Length > 0 && number % 2 == 0 ? number / 2 % Count == fold ? subject.Lines : [] : Part(subject.Lines, fold);
            leftOut.AddRange(its.Select(l => new SampleQuestion([], l.Text, [], l.Language)));
            return subject with { Lines = [.. subject.Lines.Except(its)] };
        }).ToList();
        return (catalogue.With(statements, silences), leftOut);
    }

    static List<T> Part<T>(IReadOnlyList<T> all, int fold) => [.. all.Where((_, i) => i * Count / all.Count == fold)];
}
