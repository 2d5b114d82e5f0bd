using System.Globalization;
using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>From what was typed to what was asked: trimmings off, the language, its reading in English, what it leans on.</summary>
public sealed class QuestionInterpreter(Catalogue catalogue)
{
    const int MaxContext = 2;

    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> english = EnglishWords(catalogue).GetAlternateLookup<ReadOnlySpan<char>>();
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> asking = catalogue.Languages.Where(l => l.Code == "en")
        .SelectMany(l => l.Asking).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    readonly BilingualDictionary[] glosses = [.. catalogue.Languages.Where(l => l.Code != "en").Select(l => new BilingualDictionary(l))];

    /// <summary>Reads what a person typed.</summary>
    public InterpretedQuestion Read(Question question)
    {
        var (text, reading, language) = Understand(question.Text);
        var asked = new InterpretedQuestion(text, reading, language) { AnswerType = AnswerTypeReader.Read(reading), LookUp = LookUpReader.Read(reading) };
        var followUp = question.History.Count == 0 ? FollowUp.None : FollowUpReader.Read(reading, CountSubjects);
        return followUp == FollowUp.None
            ? asked
            : asked with { FollowUp = followUp, Context = [.. question.History.Reverse().Take(MaxContext).Select(q => Understand(q).English)] };
    }

    /// <summary>The English words of asking and of the content, without accents.</summary>
    internal IEnumerable<string> EnglishVocabulary => english.Set;

    /// <summary>BCP 47 tag of the language that the words are in.</summary>
    internal string LanguageOf(string typed) => Understand(typed).Language;

    /// <summary>Reads a line of the content, whose language is known.</summary>
    public InterpretedQuestion Read(SampleQuestion line)
    {
        var gloss = Array.Find(glosses, g => g.Code == line.Language);
        return new(line.Text, English(line.Text), line.Language) { Context = [.. line.History.Reverse().Take(MaxContext).Select(English)] };

        string English(string text) => gloss is null ? text : gloss.English(Words(text));
    }

    (string Text, string English, string Language) Understand(string typed)
    {
        var text = MarkupStripper.Strip(typed);
        if (IsEnglish(text))
            return (text, text, "en");
        var words = Words(text);
        var best = glosses.Select(g => (BilingualDictionary: g, Score: g.Recognises(words))).OrderByDescending(x => x.Score).FirstOrDefault();
        return best.BilingualDictionary is null || best.Score <= 0 || best.Score <= words.Count(english.Set.Contains)
            ? (text, text, "en")
            : (text, best.BilingualDictionary.English(words), best.BilingualDictionary.Code);
    }

    // Most questions are of words that stand in the content, or of numbers, which are of no language.
    bool IsEnglish(string text)
    {
        var (lower, at) = (Accents.Off(text.ToLowerInvariant()), 0);
        while (NextWord(lower, ref at) is { Length: > 0 } word)
        {
            if (!english.Contains(word) && !char.IsAsciiDigit(word[0]))
                return false;
        }

        return true;
    }

    int CountSubjects(string reading)
    {
        var (lower, at, subjects) = (Accents.Off(reading.ToLowerInvariant()), 0, 0);
        while (NextWord(lower, ref at) is { Length: > 0 } word)
            subjects += asking.Contains(word) ? 0 : 1;
        return subjects;
    }

    // Words of asking and of the content: "data" is Portuguese too, but "data breaches" is not.
    static HashSet<string> EnglishWords(Catalogue catalogue)
    {
        var words = catalogue.Languages.Where(l => l.Code == "en").SelectMany(l => l.Asking).ToHashSet(StringComparer.Ordinal);
        foreach (var text in catalogue.Statements.SelectMany(s =>
            s.Passages.Where(p => p.Front.Language == "en").Select(p => p.Text).Concat(s.Lines.Where(l => l.Language == "en").Select(l => l.Text)))
            .Concat(catalogue.Silences.SelectMany(s => s.Lines.Where(l => l.Language == "en").Select(l => l.Text))))
            words.UnionWith(Words(text));
        return words;
    }

    // Letters, marks and digits; an apostrophe belongs to its word.
    static List<string> Words(string text)
    {
        var (lower, at, words) = (Accents.Off(text.ToLowerInvariant()), 0, new List<string>());
        while (NextWord(lower, ref at) is { Length: > 0 } word)
            words.Add(word.ToString());
        return words;
    }

    // Empty behind the last one.
    static ReadOnlySpan<char> NextWord(string lower, ref int at)
    {
        while (at < lower.Length && !IsOfWord(lower[at]))
            at++;
        var start = at;
        while (at < lower.Length && (IsOfWord(lower[at]) || (at > start && lower[at] == '\'' && at + 1 < lower.Length && char.IsLetter(lower[at + 1]))))
            at++;
        return lower.AsSpan(start, at - start);
    }

    static bool IsOfWord(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
