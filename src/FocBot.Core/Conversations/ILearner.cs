namespace FocBot.Core.Conversations;

/// <summary>What is remembered of one person: the place on the tour, the quiz. Kept elsewhere, so that the bot itself stays pure.</summary>
public interface ILearner
{
    /// <summary>What is remembered under a name; null where nothing is.</summary>
    string? Recall(string what);

    void Remember(string what, string value);

    /// <summary>Everything that is held about this person.</summary>
    IReadOnlyList<(string What, string Value)> Everything { get; }

    /// <summary>Deletes everything that is held about this person.</summary>
    void Forget();

    /// <summary>A code, good once and for a short time, by which the same person takes the progress along to another channel; null where none can be given.</summary>
    string? Share();

    /// <summary>Takes over what the code stands for; false where the code is not good.</summary>
    bool Take(string code);
}

/// <summary>Somebody of whom nothing is remembered.</summary>
public sealed class Stranger : ILearner
{
    public static Stranger Instance { get; } = new();

    public IReadOnlyList<(string What, string Value)> Everything => [];

    public string? Recall(string what) => null;

    public void Remember(string what, string value)
    {
        // Nothing is kept of a stranger.
    }

    public void Forget()
    {
        // Nothing was kept.
    }

    public string? Share() => null;

    public bool Take(string code) => false;
}
