using FocBot.Core;

namespace FocBot.Channels.Teams;

/// <summary>The quotations of an answer as blocks of a card. The source is named once; each quotation says only where in it the words are.</summary>
sealed class QuotationBlocks
{
    readonly Func<string, string> absolute;
    readonly Labels labels;

    internal QuotationBlocks(Answer answer, Func<string, string> absolute)
    {
        (this.absolute, labels) = (absolute, answer.Labels);
        var isOneSource = answer.Excerpts.DistinctBy(excerpt => excerpt.Passage.Id.Statement).Count() == 1;
        var isList = answer.MainExcerpts.Count > 1;
        Main = [.. answer.MainExcerpts.Select((excerpt, i) => Block(excerpt, $"main-{i + 1}", namesSource: !isList || !isOneSource))];
        if (isList && isOneSource)
            Main = [.. Main, new Container([Small(new TextRun(Source(answer.Excerpts[0]) + "."))])];
        Further = [.. answer.FurtherExcerpts.Select((excerpt, i) => Block(excerpt, $"see-also-{i + 1}", !isOneSource) with { IsVisible = false })];
    }

    /// <summary>The quotations that are the answer.</summary>
    internal IReadOnlyList<CardElement> Main { get; }

    /// <summary>Those to see also, hidden at first.</summary>
    internal IReadOnlyList<CardElement> Further { get; }

    Container Block(Excerpt excerpt, string id, bool namesSource)
    {
        var place = namesSource ? $"{Source(excerpt)}, {excerpt.Citation.Place}. " : $"{Capital(excerpt.Citation.Place)}. ";
        var view = new TextRun(Labels.Of(labels.ViewNumbered, excerpt.Passage))
        {
            SelectAction = new LinkButton(absolute(excerpt.Citation.Address)),
        };
        return new([.. Words(excerpt, id), Small(new(place), view)]) { Id = id, Style = "emphasis", Spacing = "Medium" };
    }

    IEnumerable<CardElement> Words(Excerpt excerpt, string id)
    {
        var (before, after) = (excerpt.Text[..excerpt.KeySpan.Start], excerpt.Text[excerpt.KeySpan.End..]);
        if (before.Length + after.Length == 0)
        {
            yield return new RichTextBlock(new TextRun($"\u201C{excerpt.Key}\u201D"));
            yield break;
        }

        var (key, paragraph) = ($"{id}-key", $"{id}-paragraph");
        yield return new RichTextBlock(new TextRun($"\u201C{excerpt.Key}\u201D")) { Id = key };
        yield return new RichTextBlock([.. Runs(before, excerpt.Key, after)]) { Id = paragraph, IsVisible = false };
        yield return new ActionSet(new ToggleButton(labels.ShowParagraph, [key, paragraph]));
    }

    static IEnumerable<TextRun> Runs(string before, string key, string after)
    {
        yield return new("\u201C" + before);
        yield return new(key) { Weight = "Bolder" };
        yield return new(after + "\u201D");
    }

    static RichTextBlock Small(params IEnumerable<TextRun> runs) =>
        new([.. runs.Select(run => run with { Size = "Small", IsSubtle = run.SelectAction is null ? true : null })]);

    static string Source(Excerpt excerpt) => $"{excerpt.Passage.Front.ShortTitle} ({excerpt.Passage.Front.Date})";

    static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
