namespace FocBot.Core.Commands;

/// <summary>Something that can be said, and how it is answered.</summary>
interface ICommand
{
    /// <summary>What help shows to type, such as <c>cite 14</c>; null where help does not name it.</summary>
    string? Example { get; }

    /// <summary>The phrase that says what one gets, in the languages' files; null where help does not name it.</summary>
    string? PurposeKey => Example is null ? null : $"help.{Example.Split(' ')[0]}";

    /// <summary>Composes the answer; null where something else was said.</summary>
    ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel);
}
