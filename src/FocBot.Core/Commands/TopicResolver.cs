using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>What people mean by a subject.</summary>
/// <param name="Name">The topic's name, or the words as typed.</param>
/// <param name="Topic">The topic of the statement; null where the search found the passages.</param>
/// <param name="Passages">To read, the most telling first.</param>
sealed record ResolvedTopic(string Name, Topic? Topic, IReadOnlyList<Passage> Passages)
{
    /// <summary>All words that it goes by, lower case.</summary>
    internal IEnumerable<string> Names => Topic is null ? [Name] : Topic.Also.Append(Topic.Name.ToLowerInvariant()).Append(Name);
}

/// <summary>Finds the subject that words name: by name, by another name, by a slip of the finger, then by the search.</summary>
static class TopicResolver
{
    const int ShortestForOneSlip = 4, ShortestForTwoSlips = 8;

    /// <summary>The subject; null where the statements do not speak of it.</summary>
    internal static ResolvedTopic? Resolve(CommandContext said, string words) => Named(said, words) ?? Searched(said, words);

    /// <summary>The topic of that name, or nearly; null where there is none.</summary>
    internal static ResolvedTopic? Named(CommandContext said, string words)
    {
        var name = Plain(words);
        if (name.Length == 0)
            return null;
        var topics = said.Scope.Statements.SelectMany(s => s.Study.Topics).ToList();
        return Of(said, words, topics.FindAll(t => Names(t).Any(n => n == name)))
            ?? Of(said, words, topics.FindAll(t => Names(t).Any(n => Same(n, name))))
            ?? Of(said, words, topics.FindAll(t => Names(t).Any(n => IsSlipOf(n, name))));
    }

    // One topic may be written down in several statements.
    static ResolvedTopic? Of(CommandContext said, string words, List<Topic> topics) => topics.Count == 0 ? null
        : new(words.Trim(), topics[0], [.. topics.Where(t => t.Name == topics[0].Name).SelectMany(t => t.Passages).Select(id => said.Catalogue.Find(id)!)]);

    static ResolvedTopic? Searched(CommandContext said, string words)
    {
        var answer = said.Search($"What does the statement say about {words.Trim()}?");
        return answer.Kind == AnswerKind.Answered ? new(words.Trim(), null, [.. answer.Excerpts.Select(e => e.Passage)]) : null;
    }

    static IEnumerable<string> Names(Topic topic) => topic.Also.Append(topic.Name).Select(Plain);

    static string Plain(string words) => string.Join(' ', Accents.Off(words.ToLowerInvariant())
        .Split([' ', '-', ',', '.', '\'', '"', '?', '!', '(', ')', ':', '_'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w is not ("the" or "a" or "an")));

    // "defender" for "defenders", "business" for "businesses".
    static bool Same(string a, string b) => Singular(a) == Singular(b);

    static string Singular(string words) => string.Join(' ', words.Split(' ').Select(w =>
        w.Length > 4 && w.EndsWith("ies", StringComparison.Ordinal) ? w[..^3] + "y"
        : w.Length > 5 && w.EndsWith("sses", StringComparison.Ordinal) ? w[..^2]
        : w.Length > 3 && w[^1] == 's' && w[^2] != 's' ? w[..^1] : w));

    static bool IsSlipOf(string name, string typed) => EditDistance.Between(name, typed) <= Allowed(Math.Min(name.Length, typed.Length));

    static int Allowed(int length) => length >= ShortestForTwoSlips ? 2 : length >= ShortestForOneSlip ? 1 : 0;
}
