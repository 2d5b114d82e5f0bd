namespace FocBot.Core.Statements;

/// <summary>A language that questions are not read in, and how it is told.</summary>
/// <param name="Name">In English.</param>
/// <param name="Say">In the language itself: that it is not read.</param>
/// <param name="Words">Words of asking.</param>
/// <param name="Letters">Letters that few other languages have.</param>
/// <param name="Script">First and last letter of a script of its own; null where it shares one.</param>
public sealed record UnreadLanguage(string Name, string Say, IReadOnlySet<string> Words, string Letters, (char First, char Last)? Script);
