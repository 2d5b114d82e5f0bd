using FocBot.Core.Statements;

namespace FocBot.Core.Quotations;

/// <summary>A passage's citation in the styles that people need.</summary>
public static class CitationStyles
{
    /// <summary>The names of the styles.</summary>
    public static IReadOnlyList<string> Names { get; } = ["UN style", "Chicago", "Plain", "BibTeX", "Markdown"];

    /// <summary>The citation in every style; each is one line.</summary>
    public static IReadOnlyList<(string Style, string Text)> Of(Passage passage)
    {
        var (front, number, place) = (passage.Front, passage.Id.Number, passage.Place);
        var source = front.Source is { } address ? $", {address}" : "";
        var link = front.Source is { } url ? $". {url}" : "";
        var field = front.Source is { } known ? $", url = {{{known}}}" : "";
        var linked = front.Source is { } page ? $"[{front.ShortTitle}]({page})" : front.ShortTitle;
        return
        [
            (Names[0], $"{front.Issuer}, “{front.Title}” ({front.Date}), {place}{source}"),
            (Names[1], $"{front.Issuer}. “{front.Title}.” {front.Date}. {char.ToUpperInvariant(place[0])}{place[1..]}{link}."),
            (Names[2], $"{front.Issuer}, {front.Title}, {front.Date}, {place}"),
            (Names[3], $"@misc{{{front.Id}-{number}, author = {{{{{front.Issuer}}}}}, title = {{{front.Title}}}, date = {{{IsoDate.Of(front.Date)}}}, "
                + $"note = {{{place}{(passage.Label is null ? " (numbering added)" : "")}}}{field}}}"),
            (Names[4], $"> {passage.Text} — {front.Issuer}, {linked}, {front.Date}, {place}"),
        ];
    }

    /// <summary>The text of a footnote that cites the passage.</summary>
    public static string Footnote(Passage passage) => $"{Of(passage)[0].Text}{(passage.Label is null ? " (paragraph number added)" : "")}.";
}
