namespace FocBot.Core.Answering;

/// <summary>What numbers count.</summary>
enum NumberedKind
{
    /// <summary>No noun was said.</summary>
    Unsaid,

    Paragraph,

    Recommendation,
}
