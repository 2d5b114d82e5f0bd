using FocBot.Core.Statements;

namespace FocBot.Channels.Web.Library;

/// <summary>Which statements to show; an empty value leaves all. Case does not matter.</summary>
/// <param name="Issuer">Who issued it, alone or with others.</param>
/// <param name="Topic">A topic's name.</param>
/// <param name="Year">The year of its date.</param>
public sealed record LibraryFilter(string Issuer, string Topic, string Year)
{
    /// <summary>The statements to show, the newest first.</summary>
    internal IReadOnlyList<Statement> Of(IReadOnlyList<Statement> statements) => [.. statements.Where(Shows).OrderByDescending(s => s.Front.Issued)];

    bool Shows(Statement statement) => Is(Issuer, IssuersOf(statement)) && Is(Topic, TopicsOf(statement)) && Is(Year, [YearOf(statement)]);

    internal static IEnumerable<string> IssuersOf(Statement statement) => statement.Front.CoSponsors.Prepend(statement.Front.Issuer);

    internal static IEnumerable<string> TopicsOf(Statement statement) => statement.Study.Topics.Select(t => t.Name);

    internal static string YearOf(Statement statement) => $"{statement.Front.Issued.Year}";

    static bool Is(string wanted, IEnumerable<string> values) => wanted.Length == 0 || values.Contains(wanted, StringComparer.OrdinalIgnoreCase);
}
