using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>Quotes a statement in the asker's language where its issuer published it in that language; else says which language the original is in.</summary>
static class OfficialTranslations
{
    /// <summary>The answer with its excerpts in the language that it is in, as far as there are official translations.</summary>
    internal static Answer Quote(Answer answer, Catalogue catalogue, Wording say)
    {
        var language = answer.Labels.Language;
        if (answer.Excerpts.Count == 0 || language == "en" && answer.Excerpts.All(e => e.Passage.Front.Language == "en"))
            return answer;
        List<Excerpt> excerpts = [.. answer.Excerpts.Select(e => In(language, e, catalogue))];
        var shown = answer with { Excerpts = excerpts };
        var others = shown.MainExcerpts.Select(e => e.Passage.Front.Language).Where(l => l != language).Distinct().ToList();
        // Other languages' phrase for an answer says that the original is in English.
        if (others is ["en"] || answer.Kind == AnswerKind.Guidance)
            return shown;
        var lead = say.Find("answer-own") is { } own ? answer.Lead.Replace(say["answer"], own, StringComparison.Ordinal) : answer.Lead;
        return shown with { Lead = others.Count == 0 ? lead : $"{say.Of("original", ("language", string.Join(", ", others.Select(Name))))}\n{lead}" };

        string Name(string code) => say.Find($"language.{code}") ?? say["language.other"];
    }

    // The key sentence is the one of the same place, where both have as many.
    static Excerpt In(string language, Excerpt excerpt, Catalogue catalogue)
    {
        var (original, id) = (excerpt.Passage, excerpt.Passage.Id);
        if (original.Front.Language == language
            || catalogue.Find(id.Statement)?.Translations.FirstOrDefault(t => t.IsOfficial && t.Language == language) is not { } translation)
            return excerpt;
        var passage = translation.Passages[id.Number - 1];
        var place = original.Sentences.Index().FirstOrDefault(s => s.Item == excerpt.KeyInPassage).Index;
        return new(passage, passage.Sentences.Count == original.Sentences.Count ? passage.Sentences[place] : passage.Sentences[0])
        { IsSentence = excerpt.IsSentence };
    }
}
