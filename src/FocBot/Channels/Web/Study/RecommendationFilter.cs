using FocBot.Core.Statements;

namespace FocBot.Channels.Web.Study;

/// <summary>Which recommendations to show; an empty value leaves all. Case does not matter.</summary>
/// <param name="Text">Words that stand in the recommendation.</param>
/// <param name="Topic">A topic's name.</param>
/// <param name="Addressee">Who is asked, or for whom.</param>
/// <param name="Strength">How strongly it is worded.</param>
public sealed record RecommendationFilter(string Text, string Topic, string Addressee, string Strength)
{
    internal bool Shows(Statement statement, Obligation obligation) =>
        Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => statement.Find(obligation.Passage.Number)!.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
        && IsAny(Strength, [obligation.Strength])
        && IsAny(Addressee, PeopleOf(obligation))
        && IsAny(Topic, TopicsOf(statement, obligation));

    internal static IEnumerable<string> PeopleOf(Obligation obligation) => obligation.Beneficiaries.Append(obligation.Addressee).Where(name => name.Length > 0);

    internal static IEnumerable<string> TopicsOf(Statement statement, Obligation obligation) =>
        statement.Study.Topics.Where(t => t.Passages.Contains(obligation.Passage)).Select(t => t.Name);

    static bool IsAny(string wanted, IEnumerable<string> values) => wanted.Length == 0 || values.Contains(wanted, StringComparer.OrdinalIgnoreCase);
}
