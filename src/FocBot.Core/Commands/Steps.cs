namespace FocBot.Core.Commands;

/// <summary>"next" and "back" go on from what was said before.</summary>
static class Steps
{
    /// <summary>1 for "next", -1 for "back", 0 for anything else.</summary>
    internal static int Of(string words) => words switch
    {
        "next" or "go on" or "continue" or "next one" or "skip" or "the next one" => 1,
        "previous" or "back" or "go back" or "the previous one" => -1,
        _ => 0,
    };

    /// <summary>What was said last that is no step, as commands are recognised, and how far the steps since then and this one lead; null where this is no
    /// step.</summary>
    internal static (string From, int Far)? Read(CommandContext said)
    {
        var far = Of(said.Words);
        if (far == 0)
            return null;
        foreach (var earlier in said.History.Reverse().Select(said.Phrases.Words))
        {
            if (Of(earlier) == 0)
                return (earlier, far);
            far += Of(earlier);
        }

        return null;
    }
}
