using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>What is held about the asker right now.</summary>
static class Privacy
{
    static readonly string[] Said = ["privacy", "privacy policy", "my privacy", "my data", "what do you know about me", "privacy settings", "data about me"];

    // Who says "privacy" may as well mean the subject: both are answered.
    internal static Command Command { get; } = new("privacy", "what is held about you right now", async (said, cancel) => !Said.Contains(said.Words) ? null
        : new(AnswerKind.Answered,
            (await said.User.GetAllAsync(cancel) is { Count: > 0 } held ? $"Held about you: {string.Join("; ", held.Select(h => Named(h.Key, h.Value)))}." : "Nothing is held about you.")
            + (said.History.Count > 0 ? $"\nIn memory, for half an hour and for follow-ups only: your last {said.History.Count} {(said.History.Count == 1 ? "question" : "questions")} of this conversation." : "")
            + "\nYour questions are written to no log and go to nobody else.\nAnd this is what the statement says about privacy:",
            [.. Topics.Find(said.Catalogue, "privacy")?.Passages.Select(id => Quote.Of(said.Catalogue, id)) ?? []],
            [new("Forget me", "forget me"), new("Recommendations on it", "recommendations on privacy"), new("Help", "help")])
        { Confidence = 1, IsPersonal = true });

    static string Named(string key, string value) => key switch
    {
        "tour" => $"your place on the tour (stop {value})",
        "quiz" => "which quiz questions you answered rightly",
        _ => key,
    };
}

/// <summary>Deletes what is held about the asker.</summary>
static class ForgetMe
{
    internal static Command Command { get; } = new("forget me", "delete what is held about you", async (said, cancel) =>
    {
        if (said.Words is not ("forget me" or "delete my data" or "forget everything about me"))
            return null;
        await said.User.ForgetAsync(cancel);
        return new(AnswerKind.Guidance, "Done: your place on the tour, your quiz and this conversation are forgotten.", [], [new("Help", "help")]) { Forgets = true, IsPersonal = true };
    });
}
