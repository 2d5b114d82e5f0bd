using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Channels.Web.Chat;

/// <summary>Which statements a conversation is about, as the page shows it and lets people choose.</summary>
static class ChatScope
{
    /// <summary>Stands for some of the statements, which can be said but not chosen.</summary>
    internal const string Some = "some";

    /// <summary>The only statement that is asked, by its id; empty where all are.</summary>
    internal static string Of(Catalogue catalogue, IEnumerable<Said> said) => Scope.Of(catalogue, said.Select(s => s.Words)) switch
    {
        { IsNarrow: false } => "",
        { Statements: [var only] } => only.Id,
        _ => Some,
    };

    /// <summary>What choosing a statement says.</summary>
    internal static Said Use(Statement statement) => new($"use only {statement.Id}", statement.Front.ShortTitle);

    /// <summary>What choosing all statements says.</summary>
    internal static Said UseAll(int count) => new("use all", $"All {count} statements");
}
