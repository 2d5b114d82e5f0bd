namespace FocBot.Evaluation;

/// <summary>Whether confidence means what it says: the expected calibration error, and how good decisions are where it is middling.</summary>
/// <remarks>Guo et al., On Calibration of Modern Neural Networks, 2017: the mean gap between confidence and share of right answers, over ten bins.</remarks>
sealed class Calibration
{
    const int Bins = 10;
    const double Low = 0.2, High = 0.6;

    readonly (int All, int Right, double Confidence)[] bins = new (int, int, double)[Bins];
    int undecided, undecidedRight;

    /// <param name="confidence">The probability given to the first passage.</param>
    /// <param name="isRight">Whether that passage answers.</param>
    /// <param name="isDecidedRight">Whether it was right to answer, or not to.</param>
    internal void Add(double confidence, bool isRight, bool isDecidedRight)
    {
        ref var bin = ref bins[Math.Min(Bins - 1, (int)(confidence * Bins))];
        bin = (bin.All + 1, bin.Right + (isRight ? 1 : 0), bin.Confidence + confidence);
        if (confidence is < Low or > High)
            return;
        undecided++;
        undecidedRight += isDecidedRight ? 1 : 0;
    }

    /// <summary>The expected calibration error, in per cent.</summary>
    internal double Error => Math.Round(100 * bins.Sum(b => Math.Abs(b.Right - b.Confidence)) / Math.Max(1, bins.Sum(b => b.All)), 1);

    /// <summary>The share of right decisions with a confidence between .2 and .6, in per cent.</summary>
    internal double Undecided => undecided == 0 ? 100 : Math.Round(100.0 * undecidedRight / undecided, 1);
}
