using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>What the statements ask: all of it, on a topic, for somebody, one by its number.</summary>
static partial class Recommendations
{
    [GeneratedRegex(@"^(?:the )?(?:recommendation|rec) (\d{1,2})$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:the )?recommendations? (?:on|about|for|to|concerning|regarding) (?:the )?(.+)$")]
    private static partial Regex OnTopic();

    internal static Command Command { get; } = new("recommendations", "what it recommends: all, “recommendations on privacy”, “recommendation 4”, “next”", said =>
        said.Words is "recommendations" or "the recommendations" or "all recommendations" or "list all recommendations" ? All(said.Catalogue)
        : Step(said) is { } number ? One(said.Catalogue, number)
        : OnTopic().Match(said.Words) is { Success: true } on ? On(said.Catalogue, on.Groups[1].Value)
        : null);

    // "recommendation 4", and behind it "next" or "previous".
    static int? Step(CommandContext said) => NumberIn(said.Words) ?? (Steps.Read(said) is var (from, far) ? NumberIn(from) + far : null);

    static int? NumberIn(string words) => Numbered().Match(words) is { Success: true } numbered ? int.Parse(numbered.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    static Answer All(Catalogue catalogue)
    {
        var all = catalogue.Statements.SelectMany(s => s.Recommendations).ToList();
        return Listed($"The statement makes {all.Count} recommendations:", all, [new("The first", "recommendation 1"), new("What must States do?", "what must states do"), new("Topics", "topics")]);
    }

    static Answer One(Catalogue catalogue, int number)
    {
        var statement = catalogue.Statements.First(s => s.Recommendations.Count > 0);
        if (number < 1 || number > statement.Recommendations.Count)
            return new(AnswerKind.Silent, $"There are {statement.Recommendations.Count} recommendations, numbered from 1.", [], [new("All recommendations", "recommendations")]);
        var passage = statement.Recommendations[number - 1];
        List<Choice> choices = [new($"Cite it", $"cite {passage.Id.Number}"), new("All recommendations", "recommendations")];
        if (number < statement.Recommendations.Count)
            choices.Insert(0, new("Next", $"recommendation {number + 1}"));
        return new(AnswerKind.Answered, $"Recommendation {number} of {statement.Recommendations.Count}{Lens(statement, passage)}:", [Quote.Of(passage)], choices) { Confidence = 1 };
    }

    static string Lens(Statement statement, Passage passage) =>
        statement.Study.Obligations.FirstOrDefault(o => o.Passage == passage.Id) is { } lens
            ? $" ({(lens.Addressee.Length > 0 ? lens.Addressee + " " : "")}“{lens.Strength}”)"
            : "";

    // Of a topic only what is a recommendation; else whom it names. Where neither is known the question goes on to the search.
    static Answer? On(Catalogue catalogue, string words)
    {
        var topic = Topics.Find(catalogue, words);
        var found = catalogue.Statements.SelectMany(s => s.Recommendations)
            .Where(p => topic?.Passages.Contains(p.Id) == true
                || catalogue.Statements.SelectMany(s => s.Study.Obligations).Any(o => o.Passage == p.Id && (o.Addressee.Equals(words, StringComparison.OrdinalIgnoreCase) || o.Beneficiaries.Any(b => b.Contains(words, StringComparison.OrdinalIgnoreCase)))))
            .ToList();
        return found.Count > 0 ? Listed($"Recommendations on {topic?.Name.ToLowerInvariant() ?? words} ({found.Count}):", found, [new("All recommendations", "recommendations"), new("Topics", "topics")])
            : topic is not null ? new(AnswerKind.Silent, $"No recommendation names {topic.Name.ToLowerInvariant()}, but the statement speaks of it here:", [.. topic.Passages.Select(id => Quote.Of(catalogue, id))], [new("All recommendations", "recommendations"), new("Topics", "topics")]) { IsList = true }
            : null;
    }

    static Answer Listed(string lead, List<Passage> passages, IReadOnlyList<Choice> choices) =>
        new(AnswerKind.Answered, lead, [.. passages.Select(Quote.Of)], choices) { IsList = true, Confidence = 1 };
}
