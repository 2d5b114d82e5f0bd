using FocBot.Core.Answering;
using FocBot.Core.Onboarding;

namespace FocBot.Core.Commands;

/// <summary>The certificate of a statement's check, or what is missing for it.</summary>
sealed class Certificate : ICommand
{
    public string Example => "certificate";

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words != "certificate")
            return null;
        var (statement, which) = await said.OneAsync(s => QuestionBank.Check(s).Count > 0, cancel);
        if (statement is null)
            return which;
        var best = await QuizProgress.BestAsync(said.Catalogue, said.User, statement.Id, cancel);
        if (best is { IsPassed: true })
        {
            return said.GuidePersonally(said.Say.Of("certificate-done", ("right", best.Right), ("count", best.All)),
                Buttons.Of(said.Say, "quiz"), Buttons.Of(said.Say, "help")) with
            { Page = await PageAsync(said, statement.Id, best, cancel) };
        }

        var open = said.Say["certificate-open"];
        return said.GuidePersonally(best is null ? open : $"{open} {said.Say.Of("certificate-best", ("right", best.Right), ("count", best.All))}",
            Buttons.Of(said.Say, "check"), Buttons.Of(said.Say, "quiz"), Buttons.Of(said.Say, "help"));
    }

    /// <summary>Where the certificate of a result is; null where nothing is stored of the person.</summary>
    internal static async Task<PageLink?> PageAsync(CommandContext said, string statement, CheckResult result, CancellationToken cancel) =>
        await said.User.CreateCertificateAsync(statement, result.Right, result.All, cancel) is { } code
            ? new(said.Say["certificate-page"], $"/certificates/{code}") : null;
}
