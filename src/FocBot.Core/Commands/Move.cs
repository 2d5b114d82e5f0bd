namespace FocBot.Core.Commands;

/// <summary>Takes the progress along to another channel by a code that is good once.</summary>
static class Move
{
    internal static Command Command { get; } = new("move", "take your progress along to wherever else you ask me", async (said, cancel) =>
        said.Words is "move" or "move my progress" ? await CreateCode(said, cancel)
        : said.Words.StartsWith("move ", StringComparison.Ordinal) && said.Words.Split(' ') is [_, { Length: 8 } code] ? await RedeemCode(said, code, cancel)
        : null);

    static async Task<Answer> CreateCode(CommandContext said, CancellationToken cancel) => await said.User.CreateCodeAsync(cancel) is { } code
        ? new(AnswerKind.Guidance, $"Say this where you want to go on, within ten minutes; it is good once: move {code}", [], [new("Help", "help")]) { IsPersonal = true }
        : new(AnswerKind.Guidance, "There is no progress to take along yet. Take the tour or the quiz first.", [], [new("Tour", "tour"), new("Quiz", "quiz")]) { IsPersonal = true };

    static async Task<Answer> RedeemCode(CommandContext said, string code, CancellationToken cancel) => await said.User.RedeemCodeAsync(code.ToUpperInvariant(), cancel)
        ? new(AnswerKind.Guidance, "Your progress is here.", [], [new("Continue the tour", "continue tour"), new("Go on with the quiz", "quiz"), new("Score", "score")]) { IsPersonal = true }
        : new(AnswerKind.Guidance, "This code is not good, or not any more. Say “move” where you were, to have a new one.", [], [new("Help", "help")]) { IsPersonal = true };
}
