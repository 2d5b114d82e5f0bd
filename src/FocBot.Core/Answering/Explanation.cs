using System.Globalization;

namespace FocBot.Core.Answering;

/// <summary>Says why a ranking came out as it did, a line a reason.</summary>
static class Explanation
{
    internal static IReadOnlyList<string> Of(Findings found, Ranking ranked, double probability)
    {
        var lines = new List<string> { $"words: {string.Join(", ", found.Words)}" };
        lines.AddRange(found.Readings());
        if (found.Unknown.Count > 0)
            lines.Add($"unknown: {string.Join(", ", found.Unknown)}");
        lines.AddRange(ranked.Take(3).Select(r => string.Create(CultureInfo.InvariantCulture,
            $"{r.Passage.Id} {r.Score:F2}: {string.Join(", ", Enum.GetValues<Feature>().Select(f => string.Create(CultureInfo.InvariantCulture, $"{f} {r.Evidence[f]:F2}")))}")));
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"silence: odds {found.SilenceOdds:F2}{(found.SilentSubject() is { } subject ? $", nearest subject {subject.Name} {subject.Likeness:F2}" : "")}"));
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"probability that it answers: {probability:F2}"));
        return lines;
    }
}
