namespace FocBot.Channels.Web.Chat;

/// <summary>What a person said: typed, or by a button, whose label is then shown instead of its words.</summary>
/// <param name="Words">What the bot reads.</param>
/// <param name="Label">What the page shows.</param>
public sealed record Said(string Words, string Label)
{
    // A form field has one value: words and label travel in it with a tab between, which neither holds.
    const char Separator = '\t';

    /// <summary>As a form field carries it.</summary>
    public string Field => Words == Label ? Words : $"{Words}{Separator}{Label}";

    internal static Said Typed(string text) => Plain(text.Replace(Separator, ' '));

    /// <summary>Reads what <see cref="Field"/> writes.</summary>
    internal static Said Read(string field) =>
        field.IndexOf(Separator, StringComparison.Ordinal) is >= 0 and var at ? new(field[..at], field[(at + 1)..]) : Plain(field);

    static Said Plain(string words) => new(words, words);
}

/// <summary>What was said, and what the bot replied.</summary>
public sealed record ChatTurn(Said Said, Core.Answer Answer);
