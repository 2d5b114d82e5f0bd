namespace FocBot.Tests.Import;

/// <summary>What the three files of the import tests say, as the statement must hold it: kind, level, words.</summary>
static class Lighthouse
{
    internal const string Title = "Lighthouse Charter on Public Messages";

    internal const string FirstNote = "The keepers of all nine coasts signed it at the winter meeting, in the presence of two observers.";

    internal const string SecondNote = "Since repealed.";

    /// <summary>The passages, footnotes last.</summary>
    internal static readonly IReadOnlyList<string> Passages =
    [
        "Whoever keeps a light keeps it for all ships alike, and the multi-stakeholder council watches over the keepers.",
        "A message that warns of a storm is free of charge: the multi-stakeholder council has said so.",
        "1. Keepers shall pass on every warning within the hour that they receive it, day and night, in summer and in winter, to each harbour in sight, "
            + "whatever flag its ships may fly.",
        "2. Keepers may be silent only:",
        "in fog, when no signal carries;",
        "for the small lights, on any day;",
        "for the great lights, in the long nights of midwinter alone;",
        "under the order of a court.",
        "Signal | Meaning",
        "Two flashes | Storm",
        "Long flash | Harbour closed",
        FirstNote,
        SecondNote,
    ];

    internal const string Head = "Lighthouse Council – circular 7";
}
