using FocBot.Core.Statements;
using FocBot.Core.Users;

namespace FocBot.Core.Commands;

/// <summary>What was said, and who said it.</summary>
/// <param name="Text">The words as typed, without trimmings.</param>
/// <param name="Words">The same in lower case, without the punctuation at the end.</param>
/// <param name="History">The person's earlier questions, oldest first.</param>
sealed record CommandContext(string Text, string Words, Catalogue Catalogue, IUserState User, IReadOnlyList<string> History)
{
    internal IEnumerable<Statement> Statements => Catalogue.Statements;
}

/// <summary>Something that can be said, and how it is answered.</summary>
/// <param name="Name">What to type; help shows it.</param>
/// <param name="Purpose">What one gets, in a few words; help shows it.</param>
/// <param name="RunAsync">Composes the answer; null where something else was said.</param>
sealed record Command(string Name, string Purpose, Func<CommandContext, CancellationToken, Task<Answer?>> RunAsync)
{
    /// <summary>A command that needs nothing stored.</summary>
    internal Command(string name, string purpose, Func<CommandContext, Answer?> run)
        : this(name, purpose, (said, _) => Task.FromResult(run(said)))
    {
    }

    /// <summary>A command that is said by fixed words.</summary>
    internal Command(string name, string purpose, IReadOnlyList<string> also, Func<Catalogue, Answer> run)
        : this(name, purpose, said => said.Words == name || also.Contains(said.Words) ? run(said.Catalogue) : null)
    {
    }
}

/// <summary>Everything that can be said; a new command is one file and one line here.</summary>
static class CommandList
{
    internal static IReadOnlyList<Command> All { get; } =
    [
        Help.Command, About.Command, TheStatement.Command, Topics.Command, Recommendations.Command, Obligations.Command, References.Command,
        Paragraph.Command, Cite.Command, Draft.Command, Verify.Command, Phrase.Command, Glossary.Command, Tour.Command, Week.Command, Quiz.Command,
        Move.Command, Privacy.Command, ForgetMe.Command,
    ];
}
