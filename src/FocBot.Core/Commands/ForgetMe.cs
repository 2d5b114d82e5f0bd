using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>Deletes what is held about the asker.</summary>
sealed class ForgetMe : ICommand
{
    public string Example => "forget me";

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words != "forget me")
            return null;
        await said.User.ForgetAsync(cancel);
        return said.GuidePersonally(said.Say["forgotten"], Buttons.Of(said.Say, "help")) with { Forgets = true };
    }
}
