using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>Where the certificate is, and what is missing for it.</summary>
sealed class Certificate : ICommand
{
    public string Example => "certificate";

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words != "certificate")
            return null;
        var (right, all) = await QuizProgress.OfAsync(said.Catalogue, said.User, cancel);
        return said.GuidePersonally(right < all ? said.Say.Of("certificate-open", ("right", right), ("count", all)) : said.Say["certificate-done"],
            Buttons.Of(said.Say, "quiz"), Buttons.Of(said.Say, "score"), Buttons.Of(said.Say, "help"));
    }
}
