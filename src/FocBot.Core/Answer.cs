using System.Globalization;
using FocBot.Core.Quotations;
using FocBot.Core.Statements;

namespace FocBot.Core;

/// <summary>A stretch of a text: <paramref name="Start"/> and <paramref name="Length"/> in UTF-16 code units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first position behind the span.</summary>
    public int End => Start + Length;

    /// <summary>The words under the span.</summary>
    public string Of(string text) => text.Substring(Start, Length);
}

/// <summary>What an answer is worth to the person who asked.</summary>
public enum AnswerKind
{
    /// <summary>The excerpts answer.</summary>
    Answered,

    /// <summary>The statement does not speak of it; the excerpts are the closest passages, no answer.</summary>
    Silent,

    /// <summary>The statement may answer: the excerpts are the nearest passages, and the lead says the doubt.</summary>
    Unsure,

    /// <summary>Nothing is near; the choices say what can be asked.</summary>
    Nothing,

    /// <summary>The bot speaks about itself: help, about.</summary>
    Guidance,
}

/// <summary>What the bot says back: the sentence it opens with, what it quotes, and what may be said next.</summary>
/// <param name="Kind">Whether the excerpts answer.</param>
/// <param name="Lead">The opening sentence, plain text.</param>
/// <param name="Excerpts">Best first; in a list in the statement's order.</param>
/// <param name="Choices">What the person may say next.</param>
public sealed record Answer(AnswerKind Kind, string Lead, IReadOnlyList<Excerpt> Excerpts, IReadOnlyList<Choice> Choices)
{
    /// <summary>How sure the bot is that the first excerpt answers, in [0,1].</summary>
    public double Confidence { get; init; }

    /// <summary>Whether every excerpt belongs to the answer alike; else those behind the first are "see also".</summary>
    public bool IsList { get; init; }

    /// <summary>The excerpts that are the answer, or the closest passages of a silence: all of a list, else the first.</summary>
    public IReadOnlyList<Excerpt> MainExcerpts => IsList || Kind != AnswerKind.Answered ? Excerpts : [.. Excerpts.Take(1)];

    /// <summary>The excerpts to see also; none where <see cref="MainExcerpts"/> holds all.</summary>
    public IReadOnlyList<Excerpt> FurtherExcerpts => [.. Excerpts.Skip(MainExcerpts.Count)];

    /// <summary>The source of all excerpts of a list, said once, so that each says only its place; null where each names its own.</summary>
    public string? ListSource => IsList && Excerpts.Count > 1 && Excerpts.Select(e => e.Citation.SourceNote).Distinct().Count() == 1
        ? Excerpts[0].Citation.SourceNote : null;

    /// <summary>Whether the conversation so far is to be forgotten.</summary>
    public bool Forgets { get; init; }

    /// <summary>Whether it tells something of the person who asked, such as their progress: channels offer no sharing of it.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The words around the quotations, in the asker's language.</summary>
    public Labels Labels { get; init; } = Labels.English;

    /// <summary>A page of the web site that goes on where the answer ends; null for none.</summary>
    public PageLink? Page { get; init; }

    /// <summary>How far the person is on a way of several steps; null where there is none.</summary>
    public Progress? Progress { get; init; }

    /// <summary>Why this ranking: one line a reason, for those who ask.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];
}

/// <summary>The fixed words around an answer, and the language they are in.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="SeeAlso">Heads the further excerpts.</param>
/// <param name="Closest">Heads the excerpts of a silence.</param>
/// <param name="OpenCitation">The label of a link to a citation.</param>
public sealed record Labels(string Language, string SeeAlso, string Closest, string OpenCitation)
{
    /// <summary>The labels in English.</summary>
    public static Labels English { get; } = new("en", "See also", "The closest passages", "Open in the statement");

    /// <summary>Shows the paragraph around a sentence.</summary>
    public string ShowParagraph { get; init; } = "Show the paragraph";

    /// <summary>Shows paragraph <c>{number}</c>, where several can be shown.</summary>
    public string ShowNumbered { get; init; } = "Show paragraph {number}";

    /// <summary>Opens the reading page at paragraph <c>{number}</c>.</summary>
    public string ViewNumbered { get; init; } = "View paragraph {number} in the browser";

    /// <summary>Copies a quotation with its citation.</summary>
    public string Copy { get; init; } = "Copy with citation";

    /// <summary>Shows the citation alone, to copy it.</summary>
    public string CopyCitation { get; init; } = "Copy citation";

    /// <summary>Shows what there was no room for.</summary>
    public string More { get; init; } = "More";

    /// <summary>Shows an answer that only the asker sees to all in the conversation.</summary>
    public string Share { get; init; } = "Share to channel";

    /// <summary>Rates an answer.</summary>
    public string GoodAnswer { get; init; } = "Good answer";

    /// <summary>Rates an answer.</summary>
    public string BadAnswer { get; init; } = "Bad answer";

    /// <summary>Names the field that a question is typed into.</summary>
    public string YourQuestion { get; init; } = "Your question";

    /// <summary>Sends what was typed.</summary>
    public string Ask { get; init; } = "Ask";

    /// <summary>Closes a window.</summary>
    public string Close { get; init; } = "Close";

    /// <summary>Whether the labels and the lead run from right to left.</summary>
    public bool IsRightToLeft => Language is "ar" or "fa" or "he" or "ur";

    /// <summary>A label that names a paragraph.</summary>
    public static string Of(string label, Passage passage) =>
        label.Replace("{number}", passage.Id.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>Words quoted from a passage, verbatim: the whole passage, its key sentence marked by a span; or that sentence alone.</summary>
public sealed record Excerpt
{
    /// <summary>Quotes the whole of <paramref name="passage"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="key"/> leaves the passage.</exception>
    public Excerpt(Passage passage, TextSpan key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(key.Start, nameof(key));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.End, passage.Text.Length, nameof(key));
        (Passage, KeyInPassage) = (passage, key);
    }

    public Passage Passage { get; }

    /// <summary>The marked sentence, as a span of <see cref="Text"/>.</summary>
    public TextSpan KeySpan => IsSentence ? new(0, KeyInPassage.Length) : KeyInPassage;

    /// <summary>The marked sentence, as a span of the passage's text.</summary>
    public TextSpan KeyInPassage { get; }

    /// <summary>Whether only the marked sentence is quoted, for whoever asked for one sentence.</summary>
    public bool IsSentence { get; init; }

    public Citation Citation => Passage.Citation;

    /// <summary>What is quoted, verbatim: the whole passage, or the sentence alone.</summary>
    public string Text => IsSentence ? KeyInPassage.Of(Passage.Text) : Passage.Text;

    /// <summary>The marked sentence, verbatim.</summary>
    public string Key => KeySpan.Of(Text);
}

/// <summary>Where quoted words stand, for a reader to open and check.</summary>
/// <param name="Text">One line: issuer, title, date, section, paragraph.</param>
/// <param name="Address">Path of the reading page, opening at the passage: <c>/statements/ID#14</c>.</param>
/// <param name="SourceAddress">The publisher's own address, where there is one.</param>
public sealed record Citation(string Text, string Address, string? SourceAddress)
{
    /// <summary>The part of <see cref="Text"/> that says where in the statement: section, recommendation, paragraph.</summary>
    public required string Place { get; init; }

    /// <summary>What is cited, without the place, and whose numbers the place gives: what a list says once.</summary>
    public required string SourceNote { get; init; }

    internal static Citation Of(Passage passage)
    {
        var front = passage.Front;
        var place = passage.Kind switch
        {
            PassageKind.Footnote => $"footnote {passage.Footnote}, para. {passage.Id.Number}",
            _ when passage.Label is { } label => label,
            PassageKind.Recommendation => $"{passage.Section}, recommendation {passage.Recommendation}, para. {passage.Id.Number}",
            _ => passage.Section is null ? $"para. {passage.Id.Number}" : $"{passage.Section}, para. {passage.Id.Number}",
        };
        var (source, numbers) = ($"{front.Issuer}, \"{front.Title}\", {front.Date}", passage.Label is null ? " (paragraph numbers are ours)" : "");
        return new($"{source}, {place}{numbers}", $"/statements/{passage.Id.Statement}#{passage.Id.Number}", passage.SourceAddress)
        { Place = place, SourceNote = source + numbers };
    }

    public override string ToString() => Text;
}

/// <summary>What the person may say next. Pressing it says <paramref name="Says"/> as if it had been typed.</summary>
public sealed record Choice(string Label, string Says);

/// <summary>A page of the web site, such as a certificate.</summary>
/// <param name="Label">What the link says, in the asker's language.</param>
/// <param name="Path">Path on the server: <c>/certificates/...</c>.</param>
public sealed record PageLink(string Label, string Path);

/// <summary>How far somebody is: steps behind them, of all.</summary>
public sealed record Progress(int Done, int All)
{
    const int Most = 20;

    /// <summary>A bar of characters, for channels that draw none; its words are in the lead.</summary>
    public string Bar
    {
        get
        {
            var (length, done) = All <= Most ? (All, Done) : (Most, Done * Most / All);
            return new string('\u25A0', done) + new string('\u25A1', length - done);
        }
    }
}
