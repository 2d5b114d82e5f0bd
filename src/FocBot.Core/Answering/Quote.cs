using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>Excerpts for those who know which passage they want.</summary>
public static class Quote
{
    /// <summary>The passage, its first sentence marked.</summary>
    public static Excerpt Of(Catalogue catalogue, PassageId id) => Of(catalogue.Find(id)!);

    public static Excerpt Of(Passage passage) => new(passage, passage.Sentences[0]);

    /// <summary>The passage with the sentence marked that holds these words.</summary>
    public static Excerpt Around(Passage passage, int position) => new(passage, passage.Sentences.First(s => s.End > position));
}
