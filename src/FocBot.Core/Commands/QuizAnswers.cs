using System.Text.RegularExpressions;

namespace FocBot.Core.Commands;

/// <summary>What people say to a question with options, in the quiz and in the check.</summary>
static partial class QuizAnswers
{
    [GeneratedRegex(@"^\(?(?<option>[a-d1-4])\)?$")]
    private static partial Regex Option();

    /// <summary>The place of the option that the words choose, from 0: "b", "(2)"; null where they choose none.</summary>
    internal static int? OptionOf(string words) =>
        Option().Match(words) is not { Success: true } option ? null
        : option.Groups["option"].Value[0] is var chosen && char.IsDigit(chosen) ? chosen - '1' : chosen - 'a';

    /// <summary>What was said last that is no step, no hint, no score and no option, as commands are recognised; null where nothing was.</summary>
    internal static string? LastBesides(CommandContext said) => said.History.Reverse().Select(said.Phrases.Words)
        .FirstOrDefault(words => Steps.Of(words) == 0 && words is not ("hint" or "score") && OptionOf(words) is null);
}
