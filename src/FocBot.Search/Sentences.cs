using FocBot.Core.Statements;

namespace FocBot.Search;

/// <summary>The sentences of all passages, by number.</summary>
sealed class Sentences
{
    readonly Dictionary<PassageId, int> places;

    internal Sentences(Catalogue catalogue)
    {
        Passages = [.. catalogue.Statements.SelectMany(s => s.Passages)];
        var texts = new List<string>();
        Of = [.. Passages.Select(passage => passage.Sentences.Select(sentence =>
        {
            texts.Add(sentence.Of(passage.Text));
            return texts.Count - 1;
        }).ToArray())];
        Texts = texts;
        places = Passages.Index().ToDictionary(p => p.Item.Id, p => p.Index);
    }

    internal IReadOnlyList<Passage> Passages { get; }

    /// <summary>The numbers of each passage's sentences.</summary>
    internal int[][] Of { get; }

    internal IReadOnlyList<string> Texts { get; }

    /// <summary>The place of a passage among all.</summary>
    internal int PlaceOf(Passage passage) => places[passage.Id];
}
