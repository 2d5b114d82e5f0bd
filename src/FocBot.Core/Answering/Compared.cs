using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>What one statement says about a subject.</summary>
/// <param name="Best">Its best passage; null where the statement is silent.</param>
public sealed record Compared(Statement Statement, Excerpt? Best);
