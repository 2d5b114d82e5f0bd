using System.Text.RegularExpressions;
using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>Takes the progress along to another channel by a code that is good once.</summary>
sealed partial class Move : ICommand
{
    public string Example => "move";

    [GeneratedRegex("^move (?<code>[a-z0-9]{8})$")]
    private static partial Regex WithCode();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel) =>
        said.Words == "move" ? await CreateCodeAsync(said, cancel)
        : WithCode().Match(said.Words) is { Success: true } code ? await RedeemCodeAsync(said, code.Groups["code"].Value, cancel)
        : null;

    static async Task<Answer> CreateCodeAsync(CommandContext said, CancellationToken cancel) => await said.User.CreateCodeAsync(cancel) is { } code
        ? said.GuidePersonally(said.Say.Of("move-code", ("code", code)), Buttons.Of(said.Say, "help"))
        : said.GuidePersonally(said.Say["move-nothing"], Buttons.Of(said.Say, "tour"), Buttons.Of(said.Say, "quiz"));

    static async Task<Answer> RedeemCodeAsync(CommandContext said, string code, CancellationToken cancel) =>
        await said.User.RedeemCodeAsync(code.ToUpperInvariant(), cancel)
        ? said.GuidePersonally(said.Say["move-done"], Buttons.Of(said.Say, "continue-tour"), Buttons.Of(said.Say, "quiz"), Buttons.Of(said.Say, "score"))
        : said.GuidePersonally(said.Say["move-bad"], Buttons.Of(said.Say, "help"));
}
