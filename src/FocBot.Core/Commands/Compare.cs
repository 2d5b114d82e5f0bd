using System.Text.RegularExpressions;
using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>Passages side by side: "compare recommendation 3 and 4".</summary>
sealed partial class Compare : ICommand
{
    public string? Example => null;

    [GeneratedRegex(@"^(?:compare|(?:what(?:'s| is) the )?(?:difference|different|differences) between) (?<what>.+)$")]
    private static partial Regex Asked();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (Asked().Match(said.Words) is not { Success: true } asked
            || await PassageReference.ReadAsync(said, asked.Groups["what"].Value.Replace(" with ", " and ", StringComparison.Ordinal),
                NumberedKind.Unsaid, cancel) is not { } named)
            return null;
        return named.Problem ?? said.Show(said.Say["compare"], named.Passages.Select(Quote.Of),
            Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "help"));
    }
}
