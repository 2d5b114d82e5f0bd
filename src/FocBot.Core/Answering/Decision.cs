namespace FocBot.Core.Answering;

/// <summary>What the probability that the first passage answers means for the person who asked.</summary>
public enum Outcome
{
    /// <summary>The statement does not answer.</summary>
    Silent,

    /// <summary>It may answer: the nearest passages are shown, and the doubt is said.</summary>
    Unsure,

    /// <summary>It answers.</summary>
    Answered,
}

/// <summary>Decides by calibrated probabilities.</summary>
static class Decision
{
    const double Answered = 0.5, Unsure = 0.3;

    /// <summary>A confidence that is silence, and one that is doubt.</summary>
    internal const double Silence = 0.2, Doubt = 0.4;

    internal static Outcome Of(double confidence) => confidence >= Answered ? Outcome.Answered : confidence >= Unsure ? Outcome.Unsure : Outcome.Silent;
}
