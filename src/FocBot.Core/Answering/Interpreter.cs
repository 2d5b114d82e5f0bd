using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>From what was typed to what was asked: trimmings off, the language, its reading in English, what it leans on.</summary>
public sealed partial class Interpreter(Catalogue catalogue)
{
    const int MaxLeans = 2;

    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> english = catalogue.EnglishWords.GetAlternateLookup<ReadOnlySpan<char>>();
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> asking = catalogue.Languages.Where(l => l.Code == "en").SelectMany(l => l.Asking).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    readonly Gloss[] glosses = [.. catalogue.Languages.Where(l => l.Code != "en").Select(l => new Gloss(l))];

    [GeneratedRegex(@"\b(it|its|they|them|their|theirs|those|these|this|that|one|ones|he|she|there|else|same|such|more|second|first|former|latter|others?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PointsBack();

    [GeneratedRegex(@"^\W*(and|but|or|so|also|what about|how about|what of|why|since when|for whom|which ones?|who exactly|et|y|und|e|и|那|و)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GoesOn();

    // "this statement", "the text" point at the statement, not back.
    [GeneratedRegex(@"\b(this|the|that|these|those) (statement|text|document|paper|declaration|paragraph|recommendations?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TheStatement();

    /// <summary>Reads what a person typed.</summary>
    public Asked Read(Question question)
    {
        var (text, reading, language) = Understand(question.Text);
        var asked = new Asked(text, reading, language) { Wanted = WantedReader.Read(reading) };
        return question.History.Count == 0 || !Leans(reading)
            ? asked
            : asked with { LeansOn = [.. question.History.Reverse().Take(MaxLeans).Select(q => Understand(q).English)] };
    }

    /// <summary>Reads a line of the shelf, whose language is known.</summary>
    public Asked Read(QuestionLine line)
    {
        var gloss = Array.Find(glosses, g => g.Code == line.Language);
        return new(line.Text, English(line.Text), line.Language) { LeansOn = [.. line.History.Reverse().Take(MaxLeans).Select(English)] };

        string English(string text) => gloss is null ? text : gloss.English(Words(text));
    }

    (string Text, string English, string Language) Understand(string typed)
    {
        var text = Trimmings.Off(typed);
        if (IsEnglish(text))
            return (text, text, "en");
        var words = Words(text);
        var best = glosses.Select(g => (Gloss: g, Score: g.Recognises(words))).OrderByDescending(x => x.Score).FirstOrDefault();
        return best.Gloss is null || best.Score <= 0 || best.Score <= words.Count(english.Set.Contains)
            ? (text, text, "en")
            : (text, best.Gloss.English(words), best.Gloss.Code);
    }

    // Most questions are of words that stand on the shelf, or of numbers, which are of no language.
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

    /// <summary>Whether the words make full sense only after what was said before.</summary>
    bool Leans(string reading)
    {
        var (lower, at, subjects) = (Accents.Off(reading.ToLowerInvariant()), 0, 0);
        while (NextWord(lower, ref at) is { Length: > 0 } word)
            subjects += asking.Contains(word) ? 0 : 1;
        return GoesOn().IsMatch(reading) || subjects <= 2 || (PointsBack().IsMatch(TheStatement().Replace(reading, " ")) && subjects <= 6);
    }

    // Words of asking and of the shelf: "data" is Portuguese too, but "data breaches" is not.
    internal static HashSet<string> EnglishWords(Catalogue catalogue)
    {
        var words = catalogue.Languages.Where(l => l.Code == "en").SelectMany(l => l.Asking).ToHashSet(StringComparer.Ordinal);
        foreach (var text in catalogue.Statements.SelectMany(s => s.Passages.Select(p => p.Text).Concat(s.Lines.Where(l => l.Language == "en").Select(l => l.Text)))
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

    static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
