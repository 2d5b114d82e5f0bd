using System.Collections.Concurrent;
using FocBot.Core;
using FocBot.Core.Statements;

namespace FocBot.Channels.Teams;

/// <summary>How quotations look in Teams. The content is frozen: each is made once, and every message is put together of the same few hundred.</summary>
/// <param name="absolute">The full address of a path on this server.</param>
sealed class Quotations(Func<string, string> absolute)
{
    const int LongestName = 80, LongestAbstract = 160;

    readonly ConcurrentDictionary<(PassageId, TextSpan), Quotation> made = [];

    /// <summary>Each of an answer's excerpts.</summary>
    internal Quotation[] Of(Answer answer)
    {
        var its = new Quotation[answer.Excerpts.Count];
        for (var i = 0; i < its.Length; i++)
            its[i] = Of(answer.Excerpts[i]);
        return its;
    }

    // A phrase that somebody looks for is marked anywhere: only whole sentences are kept.
    internal Quotation Of(Excerpt excerpt) => excerpt.Passage.Sentences.Contains(excerpt.KeySpan)
        ? made.GetOrAdd((excerpt.Passage.Id, excerpt.KeySpan), static (_, asked) => asked.its.Make(asked.excerpt), (its: this, excerpt))
        : Make(excerpt);

    Quotation Make(Excerpt excerpt)
    {
        var (before, after) = ("\u201C" + excerpt.Text[..excerpt.KeySpan.Start], excerpt.Text[excerpt.KeySpan.End..] + "\u201D");
        var address = absolute(excerpt.Citation.Address);
        var block = new Container(
        [
            new([new(before), new(excerpt.Key) { Weight = "Bolder" }, new(after)]),
            new(
            [
                new($"{excerpt.Citation.Text}. Receipt {excerpt.Passage.Receipt}. ") { Size = "Small", IsSubtle = true },
                new($"View paragraph {excerpt.Passage.Id.Number} in the browser") { Size = "Small", SelectAction = new(address) },
            ]),
        ])
        { Style = "emphasis" };
        var id = $"see-also-{excerpt.Passage.Id.Number}";
        var document = new CitedDocument(Short($"{excerpt.Passage.Front.ShortTitle}, para. {excerpt.Passage.Id.Number}", LongestName), address, Short(excerpt.Key, LongestAbstract));
        return new(
            id,
            Written.Of(block, CardJson.Default.Container),
            Written.Of(block with { Id = id, IsVisible = false }, CardJson.Default.Container),
            Written.Escaped(PlainAnswer.Quotation(excerpt, absolute)),
            Written.Of(document, CardJson.Default.CitedDocument));
    }

    // Cut behind a word; the whole stands in the card.
    static string Short(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', most - 2);
        return text[..(end > 0 ? end : most - 2)] + " \u2026";
    }
}

/// <summary>A quotation in each of the forms that a message has for it.</summary>
/// <param name="Id">By which an action shows the hidden block.</param>
/// <param name="Shown">The block of the card.</param>
/// <param name="Hidden">The same, not visible at first.</param>
/// <param name="Plain">The same in plain words, escaped.</param>
/// <param name="Document">What the citation names.</param>
sealed record Quotation(string Id, Written Shown, Written Hidden, byte[] Plain, Written Document);
