using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>The plan for somebody new.</summary>
public static class FirstWeek
{
    static readonly (string Key, string Says)[] days =
        [("week.1", "tour"), ("week.2", "recommendations"), ("week.3", "obligations"), ("week.4", "glossary"), ("week.5", "check")];

    /// <summary>Day, what to do, what to say for it, in English.</summary>
    public static IEnumerable<(string Day, string What, string Says)> Days(Catalogue catalogue) =>
        Days(catalogue, new(null, catalogue.Languages.FirstOrDefault(l => l.Code == "en")));

    internal static IEnumerable<(string Day, string What, string Says)> Days(Catalogue catalogue, Wording say)
    {
        var stops = catalogue.Statements.Select(s => s.Study.Tour.Count).Append(0).Max();
        return days.Select(d => (say[$"{d.Key}.day"], say.Of(d.Key, ("count", stops)), d.Says));
    }
}
