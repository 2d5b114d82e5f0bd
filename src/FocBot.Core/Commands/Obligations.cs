using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>The recommendations by how strongly they are worded.</summary>
static class Obligations
{
    static readonly (string Strength, string[] Said)[] Strengths =
    [
        ("need to", ["what must states do", "what must they do", "must states", "must", "need to", "what do states need to do", "obligations"]),
        ("should", ["what should states do", "should states", "should"]),
        ("should seek to", ["what should states seek to do", "should seek to"]),
        ("should consider, as appropriate", ["what should states merely consider", "what should states consider", "merely consider", "should consider"]),
        ("should encourage", ["what should states encourage", "should encourage"]),
    ];

    internal static Command Command { get; } = new("obligations", "how strongly it asks: “what must states do”, “what should states merely consider”", said =>
        Strengths.FirstOrDefault(s => s.Said.Contains(said.Words)) is { Strength: { } strength } ? Of(said.Catalogue, strength) : null);

    static Answer Of(Catalogue catalogue, string strength)
    {
        var found = catalogue.Statements.SelectMany(s => s.Study.Obligations).Where(o => o.Strength == strength).ToList();
        var others = Strengths.Where(s => s.Strength != strength).Select(s => new Choice($"“{s.Strength}”", s.Said[0]));
        return new(AnswerKind.Answered, $"Worded “{strength}” ({found.Count}):\n{string.Join('\n', found.Select(Line))}",
            [.. found.Select(o => Marked(catalogue.Find(o.Passage)!, o))], [.. others, new("All recommendations", "recommendations")])
        { IsList = true, Confidence = 1 };
    }

    static string Line(Obligation o) => $"{(o.Addressee.Length > 0 ? o.Addressee : "(nobody is named)")} – {o.Strength} – {o.Action}{(o.Qualifiers.Count > 0 ? $" – {string.Join("; ", o.Qualifiers)}" : "")}";

    static Excerpt Marked(Passage passage, Obligation o) => Quote.Around(passage, Math.Max(0, passage.Text.IndexOf(o.Action, StringComparison.OrdinalIgnoreCase)));
}
