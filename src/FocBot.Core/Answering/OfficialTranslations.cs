using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>Quotes a statement in the asker's language where its issuer published it in that language.</summary>
static class OfficialTranslations
{
    /// <summary>The answer with its excerpts in the language that it is in, as far as there are official translations.</summary>
    internal static Answer Quote(Answer answer, Catalogue catalogue, Wording say)
    {
        var language = answer.Labels.Language;
        if (answer.Excerpts.Count == 0 || language == "en" && answer.Excerpts.All(e => e.Passage.Front.Language == "en"))
            return answer;
        List<Excerpt> excerpts = [.. answer.Excerpts.Select(e => In(language, e, catalogue))];
        // Other languages say that the words are those of the original: that is not so here.
        var lead = excerpts.TrueForAll(e => e.Passage.Front.Language == language) && say.Find("answer-own") is { } own
            ? answer.Lead.Replace(say["answer"], own, StringComparison.Ordinal)
            : answer.Lead;
        return answer with { Lead = lead, Excerpts = excerpts };
    }

    // The key sentence is the one of the same place, where both have as many.
    static Excerpt In(string language, Excerpt excerpt, Catalogue catalogue)
    {
        var (original, id) = (excerpt.Passage, excerpt.Passage.Id);
        if (original.Front.Language == language
            || catalogue.Find(id.Statement)?.Translations.FirstOrDefault(t => t.IsOfficial && t.Language == language) is not { } translation)
            return excerpt;
        var passage = translation.Passages[id.Number - 1];
        var place = original.Sentences.Index().FirstOrDefault(s => s.Item == excerpt.KeySpan).Index;
        return new(passage, passage.Sentences.Count == original.Sentences.Count ? passage.Sentences[place] : passage.Sentences[0]);
    }
}
