using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>What one can ask and say; a greeting is answered by the shorter half of it.</summary>
static class Help
{
    static readonly HashSet<string> Greetings = new(StringComparer.Ordinal)
    {
        "hi", "hello", "hey", "hi there", "hello there", "good morning", "good afternoon", "good evening", "start", "/start",
    };

    internal static Command Command { get; } = new("help", "what you can ask and say", said =>
        Greetings.Contains(said.Words) ? Say($"{Introduction(said.Catalogue)}\nTry one of these, or say “help” for everything you can say.")
        : said.Words is "help" or "/help" or "commands" ? Say($"{Introduction(said.Catalogue)}\nYou can also say:\n{string.Join('\n', CommandList.All.Select(c => $"{c.Name}: {c.Purpose}"))}")
        : null);

    static string Introduction(Catalogue catalogue) =>
        "Hello. Ask me in your own words, and I quote what the statement says, word for word, with the place where it stands. If it says nothing, I tell you so.\n"
        + $"I know: {string.Join("; ", catalogue.Statements.Select(s => $"{s.Front.Title} ({s.Front.Issuer}, {s.Front.Date})"))}.";

    static Answer Say(string text) => new(AnswerKind.Guidance, text, [], Answering.ReplyTemplates.Starters);
}
