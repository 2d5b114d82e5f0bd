using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>The sentences that answers open with, from fixed templates, in the asker's language where the content has it.</summary>
public sealed class ReplyTemplates(Catalogue catalogue)
{
    // A silent subject is named only where the question is much like one of its lines.
    const double WellFitting = 0.55;

    /// <summary>Starters for somebody who does not know what to ask.</summary>
    public static IReadOnlyList<Choice> Starters { get; } =
    [
        new("What does it recommend to States?", "List all recommendations"),
        new("Surveillance", "What does it say about surveillance?"),
        new("Internet shutdowns", "What does it say about Internet shutdowns?"),
        new("Companies", "What should States encourage companies to do?"),
        new("Who is the FOC?", "What is the Freedom Online Coalition?"),
        new("Take the tour", "tour"),
    ];

    internal Answer AskSomething() => new(AnswerKind.Nothing, "Please ask a question in words, for example one of these:", [], Starters);

    internal Answer Answered(InterpretedQuestion asked, Passage best, int? count)
    {
        var phrases = PhrasesOf(asked.Language);
        var lead = FactOf(asked, best)
            ?? (count is { } many ? phrases["list"].Replace("{count}", $"{many}", StringComparison.Ordinal)
            : asked.AnswerType == AnswerType.YesNo ? phrases["yesno"]
            : phrases["answer"]);
        return new(AnswerKind.Answered, lead, [], Next(best)) { Labels = LabelsOf(asked.Language) };
    }

    internal Answer Silent(InterpretedQuestion asked, Findings found, bool nothingNear)
    {
        var phrases = PhrasesOf(asked.Language);
        var labels = LabelsOf(asked.Language);
        var lead = SubjectOf(asked, found) is { } subject ? phrases["silence"].Replace("{subject}", subject, StringComparison.Ordinal)
            : phrases[nothingNear ? "nothing" : "silence-plain"];
        return new(nothingNear ? AnswerKind.Nothing : AnswerKind.Silent, lead, [], Starters) { Labels = labels };
    }

    // What the statement is silent on: a subject of silences.txt that fits well, else the words that nobody here knows.
    static string? SubjectOf(InterpretedQuestion asked, Findings found) =>
        asked.Language == "en" && found.SilentSubject() is { Likeness: >= WellFitting } subject ? subject.Name
        : found.Unknown.Count is 1 or 2 && found.Unknown.All(IsName) ? string.Join(", ", found.Unknown.Select(w => $"\u201C{w}\u201D"))
        : null;

    static bool IsName(string word) => word.Length > 3 && word.All(char.IsLetter);

    string? FactOf(InterpretedQuestion asked, Passage best)
    {
        var words = asked.English.ToLowerInvariant();
        return catalogue.Statements.SelectMany(s => s.Facts)
            .Where(f => f.Passage == best.Id && f.Words.All(w => words.Contains(w, StringComparison.Ordinal)))
            .OrderByDescending(f => f.Words.Count).FirstOrDefault()?.Text;
    }

    static List<Choice> Next(Passage best) => best.Kind == PassageKind.Recommendation
        ? [new("All recommendations", "recommendations"), new("Cite it", $"cite {best.Id.Number}"), new("Topics", "topics"), new("Help", "help")]
        : [new("Recommendations to States", "recommendations"), new("Cite it", $"cite {best.Id.Number}"), new("Topics", "topics"), new("Help", "help")];

    IReadOnlyDictionary<string, string> PhrasesOf(string language) =>
        (catalogue.Languages.FirstOrDefault(l => l.Code == language) ?? catalogue.Languages.First(l => l.Code == "en")).Phrases;

    Labels LabelsOf(string language) => catalogue.Languages.FirstOrDefault(l => l.Code == language)?.Labels ?? Labels.English;
}
