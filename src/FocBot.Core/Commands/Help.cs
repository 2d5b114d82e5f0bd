namespace FocBot.Core.Commands;

/// <summary>What one can ask and say.</summary>
static class Help
{
    internal static Command Command { get; } = new("help", "what you can ask and say",
        ["hi", "hello", "hey", "hi there", "hello there", "good morning", "good afternoon", "start", "commands", "/help", "/start"],
        catalogue =>
        {
            var titles = string.Join("; ", catalogue.Statements.Select(s => $"{s.Front.Title} ({s.Front.Issuer}, {s.Front.Date})"));
            var commands = string.Join("\n", CommandList.All.Select(c => $"{c.Name}: {c.Purpose}"));
            return new(AnswerKind.Guidance,
                $"Hello. Ask me in your own words, and I quote what the statement says, word for word, with the place where it stands. If it says nothing, I tell you so.\nI know: {titles}.\nYou can also say:\n{commands}",
                [], Answering.Leads.Starters);
        });
}
