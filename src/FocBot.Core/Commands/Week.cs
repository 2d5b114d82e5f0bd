namespace FocBot.Core.Commands;

/// <summary>A plan for somebody new: a little every day.</summary>
public static class Week
{
    /// <summary>Day, what to do, what to say for it.</summary>
    public static IReadOnlyList<(string Day, string What, string Says)> Days { get; } =
    [
        ("Monday", "Take the tour: ten passages, ten minutes.", "tour"),
        ("Tuesday", "Read all recommendations.", "recommendations"),
        ("Wednesday", "See how strongly each is worded.", "what must states do"),
        ("Thursday", "Learn who is who: bodies, acronyms, the texts that it cites.", "glossary"),
        ("Friday", "Take the quiz, and print your certificate.", "quiz"),
    ];

    internal static Command Command { get; } = new("first week", "a plan for your first week with the statement", ["week", "first-week plan", "first week plan", "plan"],
        _ => new(AnswerKind.Guidance, $"Your first week with the statement:\n{string.Join('\n', Days.Select(d => $"{d.Day}: {d.What}"))}", [], [.. Days.Select(d => new Choice(d.Day, d.Says))]));
}
