using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>Something that can be said, and how it is answered.</summary>
/// <param name="Name">What to type.</param>
/// <param name="Purpose">What one gets, in a few words; help shows it.</param>
/// <param name="Also">Other words that mean the same, lower case.</param>
/// <param name="Run">Composes the answer.</param>
sealed record Command(string Name, string Purpose, IReadOnlyList<string> Also, Func<Catalogue, Answer> Run)
{
    /// <summary>Whether exactly this was said.</summary>
    internal bool IsSaid(string words) => words == Name || Also.Contains(words);
}

/// <summary>Everything that can be said; a new command is one file and one line here.</summary>
static class CommandList
{
    internal static IReadOnlyList<Command> All { get; } = [Help.Command, About.Command, TheStatement.Command];
}
