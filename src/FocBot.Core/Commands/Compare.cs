using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>Passages side by side: "compare recommendation 3 and 4".</summary>
sealed partial class Compare : ICommand
{
    public string? Example => null;

    [GeneratedRegex(@"^(?:compare|(?:what(?:'s| is| are)? )?(?:the )?(?:difference|differences|different) (?:between|of)) (?<what>.+)$|"
        + @"^how (?:is|are|does|do) (?<what>.+? (?:different|differ)\b.+)$|^(?<what>.+? (?:vs?\.?|versus|compared (?:to|with)) .+)$")]
    private static partial Regex Asked();

    [GeneratedRegex(@" (?:with|to|vs?\.?|versus|compared (?:to|with)|(?:different|differs?) (?:from|to|than|with)) ")]
    private static partial Regex Between();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words == "compare")
            return said.Guide(said.Say["usage.compare"], Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
        if (Asked().Match(said.Words) is not { Success: true } asked
            || await NamedAsync(said, Between().Replace(asked.Groups["what"].Value, " and "), cancel) is not { } named)
            return null;
        return named.Problem ?? said.Show(said.Say["compare"], named.Passages.Select(Quote.Of),
            Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "help"));
    }

    // All of one kind, "recommendation 3 and 4", or each by itself, "that and recommendation 3".
    static async ValueTask<PassageReference?> NamedAsync(CommandContext said, string words, CancellationToken cancel)
    {
        if (await PassageReference.ReadAsync(said, words, NumberedKind.Unsaid, cancel) is { } named)
            return named;
        var passages = new List<Passage>();
        foreach (var part in words.Split(" and "))
        {
            if (await PassageReference.ReadAsync(said, part, NumberedKind.Unsaid, cancel) is not { Problem: null } one)
                return null;
            passages.AddRange(one.Passages);
        }

        return passages.Count < 2 ? null : new(passages, NumberedKind.Unsaid, null);
    }
}
