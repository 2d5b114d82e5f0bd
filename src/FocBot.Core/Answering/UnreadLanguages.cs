using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>Tells who writes in a language that is not read here that it is not, and which ones are.</summary>
sealed class UnreadLanguages
{
    /// <summary>One word may be a name or a slip.</summary>
    const int Enough = 2;

    // Letters of the languages that are read, which therefore tell none of the others.
    const string ReadLetters = "äöüßàâáãéèêëíîïóôõúùûçñœæ";

    readonly List<(UnreadLanguage Language, HashSet<string> Words)> languages;
    readonly HashSet<string> known;
    readonly PhraseBook phrases;

    internal UnreadLanguages(Catalogue catalogue, QuestionInterpreter interpreter, PhraseBook phrases)
    {
        this.phrases = phrases;
        known = [.. interpreter.EnglishVocabulary, .. catalogue.Languages.SelectMany(l => l.Asking.Concat(l.BilingualDictionary.Keys))];
        languages = [.. catalogue.UnreadLanguages.Select(l =>
            (l, l.Words.Where(w => !known.Contains(w) && !known.Contains(Accents.Off(w))).ToHashSet(StringComparer.Ordinal)))];
    }

    /// <summary>That the language is not read; null where it is, or can't be told.</summary>
    internal Answer? Answer(string typed)
    {
        if (LanguageOf(MarkupStripper.Strip(typed).ToLowerInvariant()) is not { } language)
            return null;
        var say = phrases.In("en");
        return new(AnswerKind.Nothing,
            $"{language.Say}\n{say.Of("unread", ("language", language.Name), ("languages", string.Join(", ", phrases.LanguageNames)))}",
            [], [Buttons.Of(say, "help"), Buttons.Of(say, "topics")]);
    }

    UnreadLanguage? LanguageOf(string text)
    {
        if (languages.Find(l => l.Language.Script is var (first, last)
            && text.Count(c => c >= first && c <= last) * 3 > text.Count(char.IsLetter)) is { Language: { } written })
            return written;
        var words = text.Split([' ', '?', '.', ',', '!', ':', ';', '(', ')', '"', '\''], StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        var strange = words.Count(w => !known.Contains(w) && !known.Contains(Accents.Off(w)));
        var (best, score) = languages.Select(l => (l.Language, Score: l.Words.Count(words.Contains)
            + l.Language.Letters.Count(c => !ReadLetters.Contains(c, StringComparison.Ordinal) && text.Contains(c, StringComparison.Ordinal))))
            .DefaultIfEmpty().MaxBy(l => l.Score);
        return score >= Enough && strange * 2 >= words.Count ? best : null;
    }
}
