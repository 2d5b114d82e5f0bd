using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>The subjects that the statements speak of.</summary>
static class Topics
{
    const int Shown = 24, Near = 5;

    internal static Command Command { get; } = new("topics", "what the statement speaks of; “topic surveillance” shows one", said => said.Words switch
    {
        "topics" or "topic" or "all topics" or "list topics" or "show topics" or "subjects" => All(said.Catalogue),
        var words when words.StartsWith("topic ", StringComparison.Ordinal) => One(said.Catalogue, words["topic ".Length..].Trim()),
        _ => null,
    });

    /// <summary>The topic of that name; null where there is none.</summary>
    internal static Topic? Find(Catalogue catalogue, string words) =>
        catalogue.Statements.SelectMany(s => s.Study.Topics).FirstOrDefault(t => t.IsCalled(words));

    static Answer All(Catalogue catalogue)
    {
        var topics = catalogue.Statements.SelectMany(s => s.Study.Topics).ToList();
        return new(AnswerKind.Guidance, $"The statement speaks of {topics.Count} topics: {string.Join("; ", topics.Select(t => t.Name))}.", [],
            [.. topics.Take(Shown).Select(ChoiceOf), new("Recommendations", "recommendations"), new("Help", "help")]);
    }

    static Answer One(Catalogue catalogue, string words)
    {
        if (Find(catalogue, words) is { } topic)
        {
            List<Excerpt> excerpts = [.. topic.Passages.Select(id => Quote.Of(catalogue, id))];
            List<Choice> choices = [new("All topics", "topics"), new("Draft pack", $"draft {topic.Name.ToLowerInvariant()}")];
            if (excerpts.Exists(e => e.Passage.Kind == PassageKind.Recommendation))
                choices.Insert(0, new("Recommendations on it", $"recommendations on {topic.Name.ToLowerInvariant()}"));
            return new(AnswerKind.Answered, $"{topic.Name}: the statement speaks of it here.", excerpts, choices) { IsList = true, Confidence = 1 };
        }

        var near = catalogue.Statements.SelectMany(s => s.Study.Topics)
            .OrderByDescending(t => t.Also.Append(t.Name.ToLowerInvariant()).Max(name => Likeness(name, words))).Take(Near).Select(ChoiceOf);
        return new(AnswerKind.Silent, "There is no topic of that name. The nearest are:", [], [.. near, new("All topics", "topics")]);
    }

    static Choice ChoiceOf(Topic topic) => new(topic.Name, $"topic {topic.Name.ToLowerInvariant()}");

    // Share of pairs of letters in common: good enough for a slip of the finger.
    static double Likeness(string a, string b)
    {
        var (left, right) = (Pairs(a), Pairs(b));
        return 2.0 * left.Intersect(right).Count() / Math.Max(1, left.Count + right.Count);

        static HashSet<string> Pairs(string word) => [.. Enumerable.Range(0, Math.Max(0, word.Length - 1)).Select(i => word.Substring(i, 2))];
    }
}
