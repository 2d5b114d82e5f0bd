namespace FocBot.Core.Commands;

/// <summary>What the bot is, and what becomes of one's words.</summary>
static class About
{
    internal static Command Command { get; } = new("about", "what I am, and what happens to your questions",
        ["who are you", "what are you", "about you"],
        _ => new(AnswerKind.Guidance,
            "I am FocBot. I find passages in published policy statements and quote them; I never write a sentence of my own about them. "
            + "Every quotation names the place where it stands, so that you can check it. "
            + "Your questions are written to no log, are not kept once they are answered, and go to nobody else.",
            [], [new("Help", "help"), new("About the statement", "statement")]));
}
